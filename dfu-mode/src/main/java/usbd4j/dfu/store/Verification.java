package usbd4j.dfu.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import usbd4j.dfu.DfuStatus;

/** Decides whether a downloaded image may become the firmware. */
public interface Verification {
    /** Accepts any image. */
    Verification NONE = image -> DfuStatus.OK;

    /**
     * Called before manifestation, on the device thread.
     *
     * @param image the file of the whole image
     * @return OK, or bStatus of the error
     * @throws IOException if the image cannot be read
     */
    DfuStatus verify(FileChannel image) throws IOException;
}
