package usbd4j.stack.functionfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usbd4j.stack.BusEvent;
import usbd4j.stack.BusListener;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.Transfer;
import usbd4j.stack.UsbException;
import usbd4j.stack.descriptor.AlternateSetting;
import usbd4j.stack.descriptor.Descriptors;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.descriptor.UsbConfiguration;
import usbd4j.stack.descriptor.UsbEndpoint;
import usbd4j.stack.descriptor.UsbInterface;

/** The bus on a named pipe in place of {@code ep0}, to which the test writes what the kernel would write. */
class FunctionFsBusTest {
    private static final Optional<Duration> AT_ONCE = Optional.of(Duration.ZERO);
    private static final String NO_PACKET = "00 00 00 00 00 00 00 00 ";
    private static final String PADDING = " 00 00 00";

    private final List<SetupPacket> setups = new ArrayList<>();
    private final List<BusEvent> events = new ArrayList<>();
    private final BusListener listener = new BusListener() {
        @Override
        public void alternateSetting(int bInterfaceNumber, int bAlternateSetting) {
            throw new AssertionError("unexpected alternate setting");
        }

        @Override
        public void transferred(Transfer transfer) {
            throw new AssertionError("unexpected transfer");
        }

        @Override
        public void setup(SetupPacket setup) {
            setups.add(setup);
        }

        @Override
        public void givenUp() {}

        @Override
        public void event(BusEvent event) {
            events.add(event);
        }
    };

    @TempDir
    private Path directory;

    private Path ep0;

    @AutoClose
    private FunctionFsBus bus;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        ep0 = directory.resolve("ep0");
        assertThat(new ProcessBuilder("mkfifo", ep0.toString()).start().waitFor())
                .isZero();
        state("configured");
        bus = new FunctionFsBus(directory, directory);
    }

    @Test
    void endpointsInSeveralAlternateSettingsAreRefused() {
        AlternateSetting idle = AlternateSetting.of(0xFF, 0, 0);
        AlternateSetting busy = idle.with(UsbEndpoint.bulkIn());
        Descriptors descriptors =
                Descriptors.of(Identity.of(0x1209, 0x0001), List.of(UsbInterface.of(idle, busy, busy)));

        assertThatExceptionOfType(UsbException.class)
                .isThrownBy(() -> bus.open(descriptors))
                .withMessage(
                        "interface 0 has endpoints in its alternate settings 1 and 2, and FunctionFS supports them in only"
                                + " one; use GadgetFS");
    }

    @Test
    void moreAlternateSettingsThanTheKernelSupportsAreRefused() {
        AlternateSetting each = AlternateSetting.of(0xFF, 0, 0);
        Descriptors descriptors =
                Descriptors.of(Identity.of(0x1209, 0x0001), List.of(UsbInterface.of(each, each, each, each)));

        assertThatExceptionOfType(UsbException.class)
                .isThrownBy(() -> bus.open(descriptors))
                .withMessage("FunctionFS supports 3 alternate settings per interface, not 4");
    }

    @Test
    void severalConfigurationsAreRefused() {
        UsbConfiguration configuration = UsbConfiguration.of(List.of(UsbInterface.of(0xFF, 0, 0)));
        Descriptors descriptors = Descriptors.of(
                Identity.of(0x1209, 0x0001), List.of(configuration, configuration), List.of(), List.of());

        assertThatExceptionOfType(UsbException.class)
                .isThrownBy(() -> bus.open(descriptors))
                .withMessage("the device has 2 configurations, and FunctionFS supports only one");
    }

    @Test
    void stringIndexesAreUnknownIfTheNumberOfEarlierStringsIs() {
        assertThat(bus.stringIndex(1)).isZero();
    }

    @Test
    void aSetupEventIsARequest() throws IOException {
        kernelWrites("A1 03 34 12 01 00 06 00 04" + PADDING);
        bus.await(AT_ONCE, listener);

        assertThat(setups).containsExactly(new SetupPacket(0xA1, 0x03, 0x1234, 1, 6));
        assertThat(events).isEmpty();
    }

    @Test
    void severalEventsAreReadAtOnceAndReportedInOrder() throws IOException {
        kernelWrites(NO_PACKET + "02" + PADDING);
        kernelWrites(NO_PACKET + "05" + PADDING);
        kernelWrites(NO_PACKET + "06" + PADDING);
        kernelWrites("21 00 E8 03 00 00 00 00 04" + PADDING);
        bus.await(AT_ONCE, listener);

        assertThat(events).containsExactly(BusEvent.CONFIGURED, BusEvent.SUSPENDED, BusEvent.RESUMED);
        assertThat(setups).containsExactly(new SetupPacket(0x21, 0x00, 1000, 0, 0));
    }

    @Test
    void anUnknownEventOfANewerKernelIsIgnored() throws IOException {
        kernelWrites(NO_PACKET + "07" + PADDING);
        kernelWrites(NO_PACKET + "02" + PADDING);
        bus.await(AT_ONCE, listener);

        assertThat(events).containsExactly(BusEvent.CONFIGURED);
    }

    @Test
    void theControllersStateShowsAReset() throws IOException {
        kernelWrites(NO_PACKET + "02" + PADDING);
        bus.await(AT_ONCE, listener);
        state("default");
        kernelWrites(NO_PACKET + "03" + PADDING);
        bus.await(AT_ONCE, listener);

        assertThat(events).containsExactly(BusEvent.CONFIGURED, BusEvent.RESET);
    }

    @Test
    void nothingIsReportedIfNothingHappens() {
        bus.await(AT_ONCE, listener);

        assertThat(events).isEmpty();
        assertThat(setups).isEmpty();
    }

    @Test
    void aWakeUpEndsAnUnlimitedWait() {
        bus.wakeUp();
        bus.await(Optional.empty(), listener);

        assertThat(events).isEmpty();
    }

    @Test
    void aWakeUpAfterCloseIsIgnored() {
        bus.close();
        bus.wakeUp();

        assertThat(ep0).exists();
    }

    @Test
    void dataAreWritten() throws IOException {
        kernelWrites("C1 01 00 00 00 00 03 00 04" + PADDING);
        bus.await(AT_ONCE, listener);

        assertThat(bus.sendData(ByteBuffer.wrap(new byte[] {9, 1, 2, 3}).position(1)))
                .isTrue();
        assertThat(kernelReads(3)).containsExactly(1, 2, 3);
    }

    @Test
    void dataAreRead() throws IOException {
        kernelWrites("41 02 00 00 00 00 04 00 04" + PADDING);
        bus.await(AT_ONCE, listener);
        kernelWrites("78 56 34 12");

        assertThat(bus.receiveData(4)).hasValueSatisfying(data -> {
            assertThat(data.order()).isEqualTo(ByteOrder.LITTLE_ENDIAN);
            assertThat(data.getInt()).isEqualTo(0x12345678);
            assertThat(data.hasRemaining()).isFalse();
        });
    }

    @Test
    void anAcknowledgementReadsNothing() throws IOException {
        kernelWrites("41 03 00 00 00 00 00 00 04" + PADDING);
        bus.await(AT_ONCE, listener);

        assertThat(bus.acknowledge()).isTrue();
    }

    private void state(String text) throws IOException {
        Files.writeString(directory.resolve("state"), text + "\n");
    }

    private void kernelWrites(String hex) throws IOException {
        Files.write(ep0, HexFormat.ofDelimiter(" ").parseHex(hex));
    }

    private byte[] kernelReads(int length) throws IOException {
        try (InputStream file = Files.newInputStream(ep0)) {
            return file.readNBytes(length);
        }
    }
}
