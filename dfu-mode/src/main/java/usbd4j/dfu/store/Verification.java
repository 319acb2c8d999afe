package usbd4j.dfu.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import usbd4j.dfu.DfuStatus;

/** Whether a downloaded image may become the firmware. */
public interface Verification {
    /** Takes any image. */
    Verification NONE = image -> DfuStatus.OK;

    /**
     * Called before manifestation, on the device thread.
     *
     * @param image all of it, to be read from its start
     * @return OK; or why it may not, which the host is told
     * @throws IOException if it cannot be read
     */
    DfuStatus verify(FileChannel image) throws IOException;
}
