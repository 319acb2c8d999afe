package usbd4j.dfu.flash;

import java.nio.ByteBuffer;
import usbd4j.dfu.DfuStatus;

/**
 * The contents of the memory, by address. {@link Flash} decides which operations are permitted and never leaves its layout.
 * Every method is called on the device thread; failures are thrown as {@code UsbException}.
 */
public interface Cells {
    /** The value of an erased byte. */
    byte ERASED = (byte) 0xFF;

    /** Reads bytes.
     *
     * @param address the address of the first byte
     * @param into the buffer, filled from its position to its limit
     */
    void read(long address, ByteBuffer into);

    /**
     * Replaces bytes.
     *
     * @param address the address of the first byte
     * @param bytes the new bytes, from position to limit
     */
    void write(long address, ByteBuffer bytes);

    /**
     * Sets every byte to {@link #ERASED}, which is also the initial value.
     *
     * @param address the address of the first byte
     * @param length the number of bytes
     */
    void erase(long address, int length);

    /** Called when the host has finished a download. Saves the contents so that they survive the program. */
    void save();

    /**
     * {@return OK if the cells hold the contents saved last; errFIRMWARE if these are damaged; errPOR if the program or the
     * power ended between a change and saving it, so that the cells hold the earlier contents}
     */
    DfuStatus condition();
}
