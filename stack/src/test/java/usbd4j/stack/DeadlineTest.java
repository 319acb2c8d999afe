package usbd4j.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import usbd4j.stack.descriptor.Identity;

/** What {@link UsbClass#deadline} asks for. */
class DeadlineTest {
    private final List<String> notes = new ArrayList<>();
    private final ScriptedBus bus = new ScriptedBus();
    private Instant now = Instant.EPOCH;

    @Test
    void theDeviceWaitsForTheNextDeadline() {
        device(alarm("late", 20), alarm("early", 5)).turn();

        assertThat(bus.timeouts).containsExactly(Optional.of(Duration.ofMillis(5)));
    }

    @Test
    void withoutADeadlineTheDeviceWaitsForEver() {
        device().turn();

        assertThat(bus.timeouts).containsExactly(Optional.empty());
    }

    @Test
    void aDeadlineThatIsOverIsNotWaitedFor() {
        UsbDevice device = device(alarm("early", 5));
        now = Instant.ofEpochMilli(7);
        device.turn();

        assertThat(bus.timeouts).containsExactly(Optional.of(Duration.ZERO));
        assertThat(notes).containsExactly("early: deadline at 7 ms");
    }

    @Test
    void aDeadlineIsMetOnTime() {
        UsbDevice device = device(alarm("early", 5));
        now = Instant.ofEpochMilli(5);
        device.turn();

        assertThat(notes).containsExactly("early: deadline at 5 ms");
    }

    @Test
    void deadlinesThatAreOverAreMetInTheirOrder() {
        UsbDevice device = device(alarm("late", 20), alarm("early", 5));
        now = Instant.ofEpochMilli(25);
        device.turn();

        assertThat(notes).containsExactly("early: deadline at 25 ms", "late: deadline at 25 ms");
    }

    @Test
    void aDeadlineIsNotMetBeforeItsTime() {
        UsbDevice device = device(alarm("late", 20), alarm("early", 5));
        now = Instant.ofEpochMilli(5);
        device.turn();

        assertThat(notes).containsExactly("early: deadline at 5 ms");
    }

    @Test
    void whatWasWaitingOnTheBusIsToldBeforeADeadlineThatIsOver() {
        UsbDevice device = device(alarm("early", 5));
        bus.script.add(listener -> listener.event(BusEvent.RESET));
        now = Instant.ofEpochMilli(7);
        device.turn();

        assertThat(notes).containsExactly("early: RESET at 7 ms", "early: deadline at 7 ms");
    }

    @Test
    void aDeadlineThatPassedDuringTheWaitIsMetOnlyOnceTheBusWasAskedAgain() {
        UsbDevice device = device(alarm("early", 5));
        bus.script.add(listener -> now = Instant.ofEpochMilli(5));
        bus.script.add(listener -> listener.event(BusEvent.RESET));
        device.turn();
        device.turn();

        assertThat(notes).containsExactly("early: RESET at 5 ms", "early: deadline at 5 ms");
    }

    @Test
    void catchingUpTellsWhatIsWaitingAndWaitsForNothing() {
        UsbDevice device = device(alarm("late", 20));
        bus.script.add(listener -> listener.event(BusEvent.DETACHED));
        device.catchUp();

        assertThat(bus.timeouts).containsExactly(Optional.of(Duration.ZERO));
        assertThat(notes).containsExactly("late: DETACHED at 0 ms");
    }

    private Alarm alarm(String name, int millis) {
        return new Alarm(name, Instant.ofEpochMilli(millis), notes);
    }

    private UsbDevice device(Alarm... alarms) {
        return new UsbDevice(
                Identity.of(0x1209, 0x0001), List.of(DeviceConfiguration.of(List.of(alarms))), bus, () -> now);
    }
}
