package usbd4j.dfu.mode;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import usbd4j.dfu.DfuState;
import usbd4j.dfu.DfuStatus;
import usbd4j.dfu.StatusResponse;
import usbd4j.stack.Reply;
import usbd4j.stack.descriptor.UsbString;

/** The answers to GETSTATUS (DFU 1.1, 6.1.2). */
final class StatusReport {
    private final PollTimeouts pollTimeouts;
    private final Map<UsbString, Integer> strings = new HashMap<>();

    StatusReport(PollTimeouts pollTimeouts) {
        this.pollTimeouts = pollTimeouts;
    }

    /** Called once, before the host can ask: which string has which index. */
    void useStrings(List<UsbString> texts, List<Integer> indexes) {
        for (int i = 0; i < texts.size(); i++) {
            strings.put(texts.get(i), indexes.get(i));
        }
    }

    /**
     * {@return an answer}
     *
     * @param status bStatus
     * @param left the time that is left in the state
     * @param next bState
     * @param memory says what iString of errVENDOR is
     */
    Reply of(DfuStatus status, Duration left, DfuState next, DfuMemory memory) {
        int bwPollTimeout = pollTimeouts.bwPollTimeout(next, left);
        return Reply.data(new StatusResponse(status, bwPollTimeout, next, iString(status, memory)).bytes());
    }

    private int iString(DfuStatus status, DfuMemory memory) {
        return status == DfuStatus.ERR_VENDOR
                ? memory.vendorError().map(strings::get).orElse(0)
                : 0;
    }
}
