package usbd4j.junit;

import java.util.List;
import org.opentest4j.AssertionFailedError;

/** The failure of a test in which the device was waited for in vain. Its message has the transcript. */
final class DeviceFailure extends AssertionFailedError {
    private static final long serialVersionUID = 1;

    DeviceFailure(String what, List<String> transcript) {
        super(what + DeviceTranscript.shown(transcript));
    }

    /** What is wrong with the device is told by its own sentence. */
    DeviceFailure(Throwable cause, List<String> transcript) {
        super(String.valueOf(cause.getMessage()) + DeviceTranscript.shown(transcript), cause);
    }
}
