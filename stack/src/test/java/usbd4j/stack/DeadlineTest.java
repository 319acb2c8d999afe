package usbd4j.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.descriptor.UsbInterface;

/** What {@link UsbClass#deadline} asks for. */
class DeadlineTest {
    private final List<String> notes = new ArrayList<>();
    private final ScriptedBus bus = new ScriptedBus();
    private Instant now = Instant.EPOCH;

    @Test
    void waitsUntilTheNextDeadline() {
        device(alarm("late", 20), alarm("early", 5)).turn();

        assertThat(bus.timeouts).containsExactly(Optional.of(Duration.ofMillis(5)));
    }

    @Test
    void waitsIndefinitelyWithoutADeadline() {
        device().turn();

        assertThat(bus.timeouts).containsExactly(Optional.empty());
    }

    @Test
    void doesNotWaitForAPastDeadline() {
        UsbDevice device = device(alarm("early", 5));
        now = Instant.ofEpochMilli(7);
        device.turn();

        assertThat(bus.timeouts).containsExactly(Optional.of(Duration.ZERO));
        assertThat(notes).containsExactly("early: deadline at 7 ms");
    }

    @Test
    void callsADeadlineOnTime() {
        UsbDevice device = device(alarm("early", 5));
        now = Instant.ofEpochMilli(5);
        device.turn();

        assertThat(notes).containsExactly("early: deadline at 5 ms");
    }

    @Test
    void aClassThatThrowsHasNoDeadline() {
        UsbClass broken = new UsbClass() {
            @Override
            public List<UsbInterface> interfaces() {
                return List.of();
            }

            @Override
            public Optional<Instant> deadline() {
                throw new IllegalStateException("on purpose");
            }
        };
        UsbDevice device = device(broken, alarm("early", 5));
        now = Instant.ofEpochMilli(5);
        device.turn();

        assertThat(notes).containsExactly("early: deadline at 5 ms");
    }

    @Test
    void callsPastDeadlinesInOrder() {
        UsbDevice device = device(alarm("late", 20), alarm("early", 5));
        now = Instant.ofEpochMilli(25);
        device.turn();

        assertThat(notes).containsExactly("early: deadline at 25 ms", "late: deadline at 25 ms");
    }

    @Test
    void doesNotCallADeadlineEarly() {
        UsbDevice device = device(alarm("late", 20), alarm("early", 5));
        now = Instant.ofEpochMilli(5);
        device.turn();

        assertThat(notes).containsExactly("early: deadline at 5 ms");
    }

    @Test
    void deliversPendingEventsBeforeAPastDeadline() {
        UsbDevice device = device(alarm("early", 5));
        bus.script.add(listener -> listener.event(BusEvent.RESET));
        now = Instant.ofEpochMilli(7);
        device.turn();

        assertThat(notes).containsExactly("early: RESET at 7 ms", "early: deadline at 7 ms");
    }

    @Test
    void checksTheBusBeforeADeadlineThatPassedDuringTheWait() {
        UsbDevice device = device(alarm("early", 5));
        bus.script.add(listener -> now = Instant.ofEpochMilli(5));
        bus.script.add(listener -> listener.event(BusEvent.RESET));
        device.turn();
        device.turn();

        assertThat(notes).containsExactly("early: RESET at 5 ms", "early: deadline at 5 ms");
    }

    @Test
    void catchUpHandlesPendingEventsWithoutWaiting() {
        UsbDevice device = device(alarm("late", 20));
        bus.script.add(listener -> listener.event(BusEvent.DETACHED));
        device.catchUp();

        assertThat(bus.timeouts).containsExactly(Optional.of(Duration.ZERO));
        assertThat(notes).containsExactly("late: DETACHED at 0 ms");
    }

    private Alarm alarm(String name, int millis) {
        return new Alarm(name, Instant.ofEpochMilli(millis), notes);
    }

    private UsbDevice device(UsbClass... alarms) {
        return new UsbDevice(
                Identity.of(0x1209, 0x0001), List.of(DeviceConfiguration.of(List.of(alarms))), bus, () -> now);
    }
}
