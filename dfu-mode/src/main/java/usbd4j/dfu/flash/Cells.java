package usbd4j.dfu.flash;

import java.nio.ByteBuffer;
import usbd4j.dfu.DfuStatus;

/**
 * The port below: what is in the memory, by address. {@link Flash} decides what may be done with it, and asks for nothing
 * outside its layout. Every method is called on the device thread; trouble is a {@code UsbException}.
 */
public interface Cells {
    /** What an erased cell holds. */
    byte ERASED = (byte) 0xFF;

    /**
     * Reads.
     *
     * @param address of the first byte
     * @param into is filled from position to limit
     */
    void read(long address, ByteBuffer into);

    /**
     * Puts bytes in place of others.
     *
     * @param address of the first byte
     * @param bytes from position to limit
     */
    void write(long address, ByteBuffer bytes);

    /**
     * Makes every byte {@link #ERASED}, as all are at first.
     *
     * @param address of the first byte
     * @param length in bytes
     */
    void erase(long address, int length);

    /** Called when the host is done with the memory for now: what is in it outlasts the program from now on. */
    void save();

    /**
     * {@return OK if they hold what was saved last; errFIRMWARE if that is damaged; errPOR if the program or the power ended between
     * a change and its saving, and so they hold what was there before}
     */
    DfuStatus condition();
}
