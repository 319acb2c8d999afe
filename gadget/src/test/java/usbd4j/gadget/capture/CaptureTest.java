package usbd4j.gadget.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import usbd4j.gadget.GadgetException;
import usbd4j.gadget.trace.TraceEvent;
import usbd4j.stack.Outcome;

class CaptureTest {
    private static final String GET_DEVICE = "8006000100001200";
    private static final String DEVICE = "120100020000004009120200000100000001";
    private static final String GET_CONFIGURATION = "800600020000ff00";
    private static final String IN_DFU_MODE =
            "09021b00010100803209040000 00fe010200 0921050000400010 01".replace(" ", "");
    private static final String A_MOUSE = "0902120001010080320904000000030102 00".replace(" ", "");
    private static final String SET_CONFIGURATION = "0009010000000000";
    private static final String GETSTATUS = "a103000000000600";
    private static final String IDLE = "000000000200";
    private static final String DNLOAD = "2101070000000400";

    @TempDir
    private Path directory;

    private List<TraceEvent> read(Recording recording) throws IOException {
        return read(recording.bytes());
    }

    private List<TraceEvent> read(byte[] bytes) throws IOException {
        Path file = Files.write(directory.resolve("a.pcapng"), bytes);
        List<TraceEvent> read = new ArrayList<>();
        new Capture(file).tell(read::add);
        return read;
    }

    private static List<String> texts(List<TraceEvent> events) {
        return events.stream().map(TraceEvent::text).toList();
    }

    private static Recording enumerated(Recording recording) {
        return recording.control(GET_DEVICE, 0, DEVICE).control(GET_CONFIGURATION, 0, IN_DFU_MODE);
    }

    @ParameterizedTest
    @CsvSource({"LITTLE_ENDIAN", "BIG_ENDIAN"})
    void tellsWhatWasExchangedWithADfuDevice(String order) throws IOException {
        ByteOrder read = order.equals("BIG_ENDIAN") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        List<TraceEvent> events = read(enumerated(new Recording(read, Recording.MMAPPED))
                .control(SET_CONFIGURATION, 0, "")
                .control(DNLOAD, 0, "01020304")
                .control(GETSTATUS, 0, IDLE)
                .control(GETSTATUS, -32, ""));

        assertThat(texts(events))
                .containsExactly(
                        "1209:0002 on the bus as dfu-mode, by usbmon",
                        "IN standard request GET_DESCRIPTOR to device (wValue 256, wIndex 0, wLength 18) -> 12 01 00 02 00 00 00 40 09 12 02 00 00 01 00 00 ... (18 bytes)",
                        "IN standard request GET_DESCRIPTOR to device (wValue 512, wIndex 0, wLength 255) -> 09 02 1b 00 01 01 00 80 32 09 04 00 00 00 fe 01 ... (27 bytes)",
                        "OUT standard request SET_CONFIGURATION to device (wValue 1, wIndex 0, wLength 0) -> done",
                        "configured by the host",
                        "DNLOAD (wBlockNum 7, wLength 4) -> 4 bytes",
                        "GETSTATUS -> OK, dfuIDLE",
                        "GETSTATUS -> stall");
        assertThat(events.get(5).took()).isEqualTo(Duration.ofNanos(678_000));
        assertThat(events.get(5).data()).isEqualTo(ByteBuffer.wrap(new byte[] {1, 2, 3, 4}));
    }

    @Test
    void leavesOtherDevicesOut() throws IOException {
        Recording recording = enumerated(Recording.ofUsbmon());
        recording.device(6).control(GET_CONFIGURATION, 0, A_MOUSE).control("a103000000000100", 0, "01");

        assertThat(texts(read(recording))).hasSize(3);
    }

    @Test
    void knowsADeviceByItsRequestsWhenTheDescriptorsWereReadBefore() throws IOException {
        assertThat(texts(read(Recording.ofUsbmon().control(GETSTATUS, 0, IDLE))))
                .containsExactly("device 3.5: its descriptors are not in the capture", "GETSTATUS -> OK, dfuIDLE");
    }

    @Test
    void tellsTransfersOfOtherEndpointsToo() throws IOException {
        assertThat(texts(read(enumerated(Recording.ofUsbmon())
                        .bulk(0x81, 0, "0102")
                        .bulk(0x02, 0, "03")
                        .bulk(0x02, -104, ""))))
                .endsWith(
                        "bulk IN endpoint 0x81 -> 01 02 (2 bytes)",
                        "bulk OUT endpoint 0x02 -> 03 (1 bytes)",
                        "bulk OUT endpoint 0x02 -> " + Outcome.DROPPED);
    }

    @Test
    void whatTheControllerSaysOfABrokenTransferIsANote() throws IOException {
        assertThat(texts(read(enumerated(Recording.ofUsbmon()).control(GETSTATUS, -71, ""))))
                .endsWith("the host's controller says EPROTO:", "GETSTATUS -> the host had given up");
    }

    @Test
    void aCaptureThatIsCutIsReadUpToThere() throws IOException {
        byte[] whole =
                enumerated(Recording.ofUsbmon()).control(GETSTATUS, 0, IDLE).bytes();

        assertThat(read(Arrays.copyOf(whole, whole.length - 5))).hasSize(3);
    }

    @Test
    void anEndWithoutABeginningIsLeftOut() throws IOException {
        Recording recording = Recording.ofUsbmon().packet(99, 'C', 2, 0x80, "", 0, IDLE);

        assertThat(read(enumerated(recording))).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "249 | is of USBPcap, from Windows; only captures of Linux's usbmon can be read",
                "1 | has packets of link type 1, which is not USB's; only captures of Linux's usbmon can be read",
                "220 | has no DFU device: no interface of class fe/01, and no GETSTATUS"
            })
    void whatCannotBeReadIsTold(int linkType, String why) {
        Recording recording = new Recording(ByteOrder.LITTLE_ENDIAN, linkType).control(GET_CONFIGURATION, 0, A_MOUSE);

        assertThatExceptionOfType(GadgetException.class)
                .isThrownBy(() -> read(recording))
                .withMessage("cannot read the capture %s: it %s", directory.resolve("a.pcapng"), why);
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "3, 0", "6, 0", "6, 16"})
    void aBlockThatIsTooShortForItsTypeIsTold(int type, int length) {
        Recording recording = Recording.ofUsbmon().block(type, ByteBuffer.allocate(length));

        assertThatExceptionOfType(GadgetException.class)
                .isThrownBy(() -> read(recording))
                .withMessageEndingWith(
                        "it has a block of type %d with %d bytes, less than that type has", type, length);
    }

    @Test
    void aSimplePacketOfNegativeLengthIsTold() {
        Recording recording =
                Recording.ofUsbmon().block(3, ByteBuffer.allocate(4).putInt(-1));

        assertThatExceptionOfType(GadgetException.class)
                .isThrownBy(() -> read(recording))
                .withMessageEndingWith("it has a packet that does not fit into its block");
    }

    /** A host that resets a device to see it in DFU mode first asks at the address of old. */
    @Test
    void whatADeviceBecomesDoesNotChangeWhatItWas() throws IOException {
        String inDfuMode = DEVICE.replace("09120200", "09120300");

        assertThat(texts(read(enumerated(Recording.ofUsbmon()).control(GET_DEVICE, 0, inDfuMode))))
                .startsWith("1209:0002 on the bus as dfu-mode, by usbmon");
    }

    /** Each is read to its end, or told in a sentence. */
    @Test
    void damagedCapturesAreReadOrTold() throws IOException {
        byte[] whole = enumerated(Recording.ofUsbmon())
                .control(DNLOAD, 0, "01020304")
                .control(GETSTATUS, 0, IDLE)
                .bytes();
        Random random = new Random(1);
        int read = 0;
        int told = 0;
        for (int i = 0; i < 5000; i++) {
            byte[] damaged = whole.clone();
            for (int flips = random.nextInt(1, 5); flips > 0; flips--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(read(damaged)).isNotEmpty();
                read++;
            } catch (GadgetException e) {
                assertThat(e).hasMessageStartingWith("cannot read the capture ");
                told++;
            }
        }
        assertThat(read).isPositive();
        assertThat(told).isPositive();
    }
}
