package usbd4j.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import usbd4j.stack.descriptor.AlternateSetting;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.descriptor.UsbInterface;

/** The loop's beginning and end. */
class UsbDeviceTest {
    private static final Identity IDENTITY = Identity.of(0x1209, 0x0001);
    private static final AlternateSetting SETTING = AlternateSetting.of(0xFF, 0, 0);
    private static final UsbInterface TWO_SETTINGS = UsbInterface.of(SETTING, SETTING);
    private static final long GENEROUS = Duration.ofSeconds(30).toSeconds();

    private final ScriptedBus bus = new ScriptedBus();

    @Test
    void runServesUntilStopped() {
        UsbDevice device = new UsbDevice(IDENTITY, List.of(), bus);
        bus.script.add(listener -> {});
        bus.script.add(listener -> device.stop());
        device.run();

        assertThat(bus.timeouts).hasSize(2);
    }

    @Test
    void stopOnAnotherThreadEndsTheWait() {
        UsbDevice device = new UsbDevice(IDENTITY, List.of(), bus);
        bus.script.add(listener -> bus.wakeUps.acquireUninterruptibly());
        CompletableFuture<Void> run = CompletableFuture.runAsync(device::run);
        device.stop();

        assertThat(run).succeedsWithin(GENEROUS, TimeUnit.SECONDS);
    }

    @Test
    void runAfterStopReturnsAtOnce() {
        UsbDevice device = new UsbDevice(IDENTITY, List.of(), bus);
        device.stop();
        device.run();

        assertThat(bus.timeouts).isEmpty();
    }

    @Test
    void runCanBeCalledAgain() {
        UsbDevice device = new UsbDevice(IDENTITY, List.of(), bus);
        device.stop();
        device.run();
        bus.script.add(listener -> device.stop());
        device.run();

        assertThat(bus.timeouts).hasSize(1);
    }

    @Test
    void passesEveryEventToEveryClass() {
        List<String> notes = new ArrayList<>();
        Alarm one = new Alarm("one", Instant.MAX, notes);
        Alarm two = new Alarm("two", Instant.MAX, notes);
        UsbDevice device = atTheEpoch(one, two);
        bus.script.add(listener -> listener.event(BusEvent.SUSPENDED));
        device.catchUp();

        assertThat(notes).containsExactly("one: SUSPENDED at 0 ms", "two: SUSPENDED at 0 ms");
    }

    @Test
    void anExceptionInOneClassDoesNotAffectOtherClasses() {
        List<String> notes = new ArrayList<>();
        UsbDevice device = atTheEpoch(new Failing(), new Alarm("two", Instant.MAX, notes));
        bus.script.add(listener -> listener.event(BusEvent.RESET));
        device.catchUp();

        assertThat(notes).containsExactly("two: RESET at 0 ms");
    }

    @Test
    void continuesAfterAnExceptionInADeadline() {
        Failing failing = new Failing();
        UsbDevice device = atTheEpoch(failing);
        device.turn();
        bus.script.add(listener -> device.stop());
        device.run();

        assertThat(failing.deadlines).isEqualTo(2);
        assertThat(bus.timeouts).hasSize(2);
    }

    private UsbDevice atTheEpoch(UsbClass... classes) {
        return new UsbDevice(IDENTITY, List.of(DeviceConfiguration.of(List.of(classes))), bus, () -> Instant.EPOCH);
    }

    private static final class Failing implements UsbClass {
        private int deadlines;

        @Override
        public List<UsbInterface> interfaces() {
            return List.of();
        }

        @Override
        public void event(BusEvent event, Instant now) {
            throw new IllegalStateException("as the test wants it");
        }

        @Override
        public Optional<Instant> deadline() {
            return Optional.of(Instant.EPOCH);
        }

        @Override
        public void deadlineReached(Instant now) {
            deadlines++;
            throw new IllegalStateException("as the test wants it");
        }
    }

    @Test
    void passesOnAnAlternateSettingThatTheBusAccepted() {
        Chapter9Device.Part part = new Chapter9Device.Part(List.of(TWO_SETTINGS));
        UsbDevice device = atTheEpoch(part);
        bus.script.add(listener -> listener.event(BusEvent.CONFIGURED));
        bus.script.add(listener -> listener.alternateSetting(0, 1));
        device.catchUp();
        device.catchUp();

        assertThat(part.told).containsExactly("CONFIGURED", "interface 0: setting 1");
    }

    @ParameterizedTest
    @CsvSource({"0, 2", "1, 0"})
    void ignoresAnUnknownAlternateSetting(int bInterfaceNumber, int bAlternateSetting) {
        Chapter9Device.Part part = new Chapter9Device.Part(List.of(TWO_SETTINGS));
        UsbDevice device = atTheEpoch(part);
        bus.script.add(listener -> listener.event(BusEvent.CONFIGURED));
        bus.script.add(listener -> listener.alternateSetting(bInterfaceNumber, bAlternateSetting));
        device.catchUp();
        device.catchUp();

        assertThat(part.told).containsExactly("CONFIGURED");
    }

    @Test
    void closeClosesTheBus() {
        UsbDevice device = new UsbDevice(IDENTITY, List.of(), bus);
        device.close();

        assertThat(bus.timesClosed).isEqualTo(1);
    }

    @Test
    void closesTheBusIfItCannotBeOpened() {
        bus.refusesToOpen = true;

        assertThatExceptionOfType(UsbException.class).isThrownBy(() -> new UsbDevice(IDENTITY, List.of(), bus));
        assertThat(bus.timesClosed).isEqualTo(1);
    }

    @Test
    void closesTheBusIfAClassIsInvalid() {
        UsbClass broken = () -> {
            throw new IllegalStateException("as the test wants it");
        };

        assertThatExceptionOfType(UsbException.class)
                .isThrownBy(() -> new UsbDevice(IDENTITY, List.of(broken), bus))
                .withMessage("%s.interfaces(): java.lang.IllegalStateException: as the test wants it", nameOf(broken));
        assertThat(bus.timesClosed).isEqualTo(1);
    }

    private static String nameOf(UsbClass each) {
        return each.getClass().getName();
    }
}
