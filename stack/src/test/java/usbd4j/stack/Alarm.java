package usbd4j.stack;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import usbd4j.stack.descriptor.UsbInterface;

/** A class with one deadline, that notes when it is met and what else happens. */
final class Alarm implements UsbClass {
    private final String name;
    private final List<String> notes;
    private Optional<Instant> deadline;

    Alarm(String name, Instant deadline, List<String> notes) {
        this.name = name;
        this.deadline = Optional.of(deadline);
        this.notes = notes;
    }

    @Override
    public List<UsbInterface> interfaces() {
        return List.of();
    }

    @Override
    public void event(BusEvent event, Instant now) {
        notes.add("%s: %s at %d ms".formatted(name, event, now.toEpochMilli()));
    }

    @Override
    public Optional<Instant> deadline() {
        return deadline;
    }

    @Override
    public void deadlineReached(Instant now) {
        notes.add("%s: deadline at %d ms".formatted(name, now.toEpochMilli()));
        deadline = Optional.empty();
    }
}
