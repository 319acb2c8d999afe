package usbd4j.dfu.mode;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import usbd4j.dfu.DfuStatus;
import usbd4j.stack.descriptor.UsbString;

/**
 * The port below the class: the memory of one alternate setting (DFU 1.1, 4.2.3), which the host writes with DNLOAD and reads with
 * UPLOAD. Every method is called on the device thread. Only {@link #manifest} may block.
 */
public interface DfuMemory {
    /** {@return iInterface of its alternate setting} */
    Optional<UsbString> name();

    /**
     * {@return whether wBlockNum tells the address of a block, as in DfuSe, and not only its place in a sequence}
     *
     * <p>Blocks of an addressed memory come in any order. The class stores a block on DNLOAD, and calls {@link #download} when the
     * host sends GETSTATUS. DNLOAD without data asks the device to leave DFU mode, in dfuIDLE too. After manifestation a
     * device that is not tolerant leaves without a bus reset, whatever bitWillDetach is.
     */
    default boolean isAddressed() {
        return false;
    }

    /**
     * {@return iString of errVENDOR; empty if the memory never reports errVENDOR, or has no string for it}
     *
     * <p>Always the same string. The host is told of none where the bus does not know its index, as on FunctionFS beside
     * functions of the kernel.
     */
    default Optional<UsbString> vendorError() {
        return Optional.empty();
    }

    /**
     * Called when DFU mode starts, and after each reset and each change of the alternate setting.
     *
     * @return OK if the firmware can run; errFIRMWARE if it cannot; errPOR if a download was interrupted by a power failure and
     *     the firmware can still run
     */
    DfuStatus condition();

    /**
     * Called with each block of a download. Returns at once: the class waits for {@link Work#time}.
     *
     * @param wBlockNum the number of the block as the host sent it, 0 to 65535
     * @param offset how many bytes of this download came before, 0 for the first block; for a memory that is not addressed, where
     *     in the image the block begins
     * @param block 1 to wTransferSize bytes, valid only during the call
     * @return the time it takes and its result
     */
    Work download(int wBlockNum, long offset, ByteBuffer block);

    /**
     * Called when the host ends the download with a DNLOAD without data.
     *
     * @return whether the image is complete; if not, the host is told errNOTDONE
     */
    boolean isComplete();

    /** {@return how long manifestation takes; with zero a tolerant device manifests before it answers GETSTATUS, and skips dfuMANIFEST} */
    Duration manifestationTime();

    /**
     * Called when {@link #manifestationTime} is over, to make the downloaded image the firmware.
     *
     * @return OK; or bStatus of the error, and then the firmware stays the old one
     */
    DfuStatus manifest();

    /** Called when a download ends early: at ABORT, a bus reset, an error, or when the device leaves the bus. */
    void abort();

    /**
     * Called for each block of an upload.
     *
     * @param wBlockNum the number of the block as the host sent it, 0 to 65535
     * @param offset how many bytes of this upload came before, 0 for the first block; for a memory that is not addressed, where in
     *     the firmware the block begins
     * @param length 0 to wTransferSize
     * @return that many bytes, or fewer at the end of the firmware; or an error, which leads to dfuERROR
     */
    Upload upload(int wBlockNum, long offset, int length);
}
