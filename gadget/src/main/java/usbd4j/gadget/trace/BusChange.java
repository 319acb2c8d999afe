package usbd4j.gadget.trace;

import java.time.Instant;
import java.util.Optional;
import usbd4j.stack.BusEvent;
import usbd4j.stack.descriptor.Speed;

/**
 * The state of the bus has changed.
 *
 * @param time when
 * @param event to what
 * @param speed the speed of the bus, of CONFIGURED; empty for the others, of which some come when there is no bus any more
 */
public record BusChange(Instant time, BusEvent event, Optional<Speed> speed) implements TraceEvent {
    @Override
    public String text() {
        return switch (event) {
            case RESET -> "bus reset";
            case CONFIGURED ->
                "configured by the host" + speed.map(each -> ", " + each).orElse("");
            case DECONFIGURED -> "deconfigured by the host";
            case SUSPENDED -> "suspended";
            case RESUMED -> "resumed";
            case DETACHED -> "no longer connected to the host";
        };
    }

    @Override
    public void tell(TraceVisitor visitor) {
        visitor.bus(this);
    }
}
