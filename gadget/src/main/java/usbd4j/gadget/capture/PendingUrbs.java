package usbd4j.gadget.capture;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Finds the beginning of each transfer that is over. */
final class PendingUrbs {
    /** Those of a host with many devices; who has more loses the oldest, which was never over. */
    private static final int MOST = 256;

    private final Map<Long, Urb> submitted = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Urb> eldest) {
            return size() > MOST;
        }
    };

    /**
     * {@return the transfer that a URB ends; empty if it begins one. Of a transfer that began before the capture, or whose beginning
     * nobody recorded, the end is all there is; a control transfer is nothing without its setup packet}
     */
    Optional<RecordedTransfer> pair(Urb urb) {
        if (urb.isSubmitted()) {
            submitted.put(urb.id(), urb);
            return Optional.empty();
        }
        Urb begun = submitted.remove(urb.id());
        if (begun != null && begun.device().equals(urb.device())) {
            return Optional.of(new RecordedTransfer(begun, urb));
        }
        return urb.type() == Urb.CONTROL ? Optional.empty() : Optional.of(new RecordedTransfer(urb, urb));
    }
}
