package usbd4j.stack.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import usbd4j.stack.BusEvent;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.UsbClass;
import usbd4j.stack.descriptor.DeviceDescriptor;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.descriptor.UsbInterface;

class HostTest {
    private final List<String> notes = new ArrayList<>();

    /** Notes the time every so often, and every event. */
    private final class Metronome implements UsbClass {
        private final String name;
        private final Duration period;
        private Instant next = Instant.EPOCH;

        Metronome(String name, int periodMillis) {
            this.name = name;
            this.period = Duration.ofMillis(periodMillis);
            next = next.plus(period);
        }

        @Override
        public List<UsbInterface> interfaces() {
            return List.of();
        }

        @Override
        public void event(BusEvent event, Instant now) {
            notes.add("%s %s".formatted(event, now.toEpochMilli()));
        }

        @Override
        public Optional<Instant> deadline() {
            return Optional.of(next);
        }

        @Override
        public void deadlineReached(Instant now) {
            notes.add("%s %s".formatted(name, now.toEpochMilli()));
            next = now.plus(period);
        }
    }

    @Test
    void attachesADeviceOfAnIdentity() {
        DeviceDescriptor device =
                Host.attach(Identity.of(0x0483, 0xDF11)).descriptors().device();

        assertThat(device.idVendor()).isEqualTo(0x0483);
        assertThat(device.idProduct()).isEqualTo(0xDF11);
    }

    @Test
    void timeStandsStillUntilItIsAdvanced() {
        Host host = Host.attach(new Metronome("tick", 10));
        host.happen(BusEvent.SUSPENDED);
        host.happen(BusEvent.RESUMED);

        assertThat(notes).containsExactly("CONFIGURED 0", "SUSPENDED 0", "RESUMED 0");
    }

    @Test
    void advancingMeetsEveryDeadlineOnTheWay() {
        Host host = Host.attach(new Metronome("tick", 10));
        notes.clear();
        host.advance(Duration.ofMillis(35));

        assertThat(notes).containsExactly("tick 10", "tick 20", "tick 30");
    }

    @Test
    void advancingMeetsTheDeadlinesOfAllClassesInTheOrderOfTime() {
        Host host = Host.attach(new Metronome("slow", 15), new Metronome("quick", 10));
        notes.clear();
        host.advance(Duration.ofMillis(20));

        assertThat(notes).containsExactly("quick 10", "slow 15", "quick 20");
    }

    @Test
    void advancingStopsShortOfADeadlineByANanosecond() {
        Host host = Host.attach(new Metronome("tick", 10));
        notes.clear();
        host.advance(Duration.ofMillis(10).minusNanos(1));

        assertThat(notes).isEmpty();
    }

    @Test
    void advancingInPartsMeetsADeadlineOnTimeToo() {
        Host host = Host.attach(new Metronome("tick", 10));
        notes.clear();
        host.advance(Duration.ofMillis(4));
        host.advance(Duration.ofMillis(6));

        assertThat(notes).containsExactly("tick 10");
    }

    @Test
    void sendsNoOutRequestAsIn() {
        SetupPacket out = new SetupPacket(0x41, 1, 0, 0, 2);

        assertThatIllegalArgumentException().isThrownBy(() -> Host.attach().controlIn(out));
    }

    @Test
    void sendsNoInRequestAsOut() {
        SetupPacket in = new SetupPacket(0xC1, 1, 0, 0, 2);

        assertThatIllegalArgumentException().isThrownBy(() -> Host.attach().controlOut(in, new byte[2]));
    }

    @Test
    void sendsAsMuchDataAsTheRequestSays() {
        SetupPacket out = new SetupPacket(0x41, 1, 0, 0, 2);

        assertThatIllegalArgumentException().isThrownBy(() -> Host.attach().controlOut(out, new byte[1]));
    }

    @Test
    void failsIfTheDeviceNeverBecomesIdle() {
        assertThatIllegalStateException().isThrownBy(() -> Host.attach(new Metronome("restless", 0)));
    }
}
