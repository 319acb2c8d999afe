package usbd4j.junit;

import java.util.List;

/** Tells, beside the failure of a test, what the device has logged. */
final class DeviceTranscript extends RuntimeException {
    private static final long serialVersionUID = 1;

    DeviceTranscript(String device, List<String> lines) {
        super(device + shown(lines), null, false, false);
    }

    /** {@return the lines, below a sentence} */
    static String shown(List<String> lines) {
        return lines.isEmpty() ? "" : "; the device logged:%n  %s".formatted(String.join("%n  ".formatted(), lines));
    }
}
