package usbd4j.dfu.mode;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import usbd4j.dfu.DfuStatus;
import usbd4j.stack.descriptor.UsbString;

/**
 * The port below: what the host writes with DNLOAD and reads with UPLOAD, one alternate setting of the DFU interface (DFU 1.1,
 * 4.2.3). Every method is called on the device thread. Only {@link #manifest} may take its time.
 */
public interface DfuMemory {
    /** {@return what iInterface of its alternate setting points to} */
    Optional<UsbString> name();

    /**
     * {@return whether wBlockNum says where a block belongs, as in DfuSe, and not only that none was lost}
     *
     * <p>If so, blocks come in any order, and more follows from it. The class only stores what comes with DNLOAD; {@link
     * #download} is called when the host asks with GETSTATUS. DNLOAD without data means that the device is to leave DFU mode, in
     * dfuIDLE too, and after manifestation it does, whatever its attributes.
     */
    default boolean isAddressed() {
        return false;
    }

    /**
     * {@return what errVENDOR means of this memory, which a host finds by iString; empty if it never says so, or nothing of it}
     *
     * <p>Always the same. On FunctionFS only a memory that has a name can have this.
     */
    default Optional<UsbString> vendorError() {
        return Optional.empty();
    }

    /**
     * Called when DFU mode begins, and when a reset ends nothing but the transfer.
     *
     * @return OK if the firmware can run; errFIRMWARE if it cannot; errPOR if the power failed during a download and the
     *     firmware can run all the same
     */
    DfuStatus condition();

    /**
     * Called with each block of a download. The class leaves it to {@link Work#time} how long the device is busy with it.
     *
     * @param wBlockNum the block's number, 0 to 65535, as the host gave it
     * @param offset how many bytes of this download came before: 0 for the first block; unless the memory is addressed, that is
     *     where in the image the block begins
     * @param block 1 to wTransferSize bytes, the memory's only during the call
     * @return how it went
     */
    Work download(int wBlockNum, long offset, ByteBuffer block);

    /**
     * Called when the host says that the download is complete (DNLOAD without data).
     *
     * @return whether it is; if not, the host is told errNOTDONE
     */
    boolean isComplete();

    /**
     * {@return how long manifestation takes, as the host is told; with zero a tolerant device manifests while the host waits for
     * its answer, and never is in dfuMANIFEST}
     */
    Duration manifestationTime();

    /**
     * Called once that time is over: what was downloaded becomes the firmware.
     *
     * @return OK; or what is wrong with it, and then the firmware is the one before
     */
    DfuStatus manifest();

    /** Called when a download ends without being complete: the host aborts it, resets the bus, leaves, or meets an error. */
    void abort();

    /**
     * Called for each block of an upload.
     *
     * @param wBlockNum the block's number, 0 to 65535, as the host gave it
     * @param offset how many bytes of this upload came before: 0 for the first block; unless the memory is addressed, that is
     *     where in the firmware the block begins
     * @param length 0 to wTransferSize
     * @return that many bytes, or fewer if the firmware ends before; or a refusal, which leads to dfuERROR
     */
    Upload upload(int wBlockNum, long offset, int length);
}
