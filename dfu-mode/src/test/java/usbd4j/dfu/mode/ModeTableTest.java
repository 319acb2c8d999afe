package usbd4j.dfu.mode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import usbd4j.dfu.DfuAttributes;
import usbd4j.stack.Direction;
import usbd4j.stack.Recipient;
import usbd4j.stack.RequestType;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.memory.StallException;

/** Every class request in every state of DFU mode against the table of the specification (DFU 1.1, A.2.3 to A.2.11). */
class ModeTableTest {
    private static final int[] LENGTHS = {0, 1, 6, 64, 65};

    /** Of a device that can do everything, and is tolerant of manifestation, in a state it can be brought to. */
    private static final String SPECIFICATION = """
            dfuIDLE           OUT  1  1..64  -> ack                -> dfuDNLOAD-SYNC
            dfuIDLE           IN   2  0..64  -> data               -> dfuUPLOAD-IDLE
            dfuIDLE           IN   3  *      -> 00 00 00 00 02 00  -> dfuIDLE
            dfuIDLE           IN   5  *      -> 02                 -> dfuIDLE
            dfuIDLE           OUT  6  0      -> ack                -> dfuIDLE
            dfuDNLOAD-SYNC    IN   3  *      -> 00 32 00 00 04 00  -> dfuDNBUSY
            dfuDNLOAD-SYNC    IN   5  *      -> 03                 -> dfuDNLOAD-SYNC
            written           IN   3  *      -> 00 00 00 00 05 00  -> dfuDNLOAD-IDLE
            written           IN   5  *      -> 03                 -> dfuDNLOAD-SYNC
            dfuDNLOAD-IDLE    OUT  1  0      -> ack                -> dfuMANIFEST-SYNC
            dfuDNLOAD-IDLE    OUT  1  1..64  -> ack                -> dfuDNLOAD-SYNC
            dfuDNLOAD-IDLE    IN   3  *      -> 00 00 00 00 05 00  -> dfuDNLOAD-IDLE
            dfuDNLOAD-IDLE    IN   5  *      -> 05                 -> dfuDNLOAD-IDLE
            dfuDNLOAD-IDLE    OUT  6  0      -> ack                -> dfuIDLE
            dfuMANIFEST-SYNC  IN   3  *      -> 00 64 00 00 07 00  -> dfuMANIFEST
            dfuMANIFEST-SYNC  IN   5  *      -> 06                 -> dfuMANIFEST-SYNC
            manifested        IN   3  *      -> 00 00 00 00 02 00  -> dfuIDLE
            manifested        IN   5  *      -> 06                 -> dfuMANIFEST-SYNC
            dfuUPLOAD-IDLE    IN   2  0..64  -> data               -> dfuUPLOAD-IDLE
            dfuUPLOAD-IDLE    IN   3  *      -> 00 00 00 00 09 00  -> dfuUPLOAD-IDLE
            dfuUPLOAD-IDLE    IN   5  *      -> 09                 -> dfuUPLOAD-IDLE
            dfuUPLOAD-IDLE    OUT  6  0      -> ack                -> dfuIDLE
            dfuERROR          IN   3  *      -> 0f 00 00 00 0a 00  -> dfuERROR
            dfuERROR          OUT  4  0      -> ack                -> dfuIDLE
            dfuERROR          IN   5  *      -> 0a                 -> dfuERROR
            *                 *    *  *      -> stall              -> dfuERROR
            """;

    /** What differs from the specification's reading, in rows that count before the table's. */
    private record Device(DfuAttributes attributes, DfuModeOptions options, List<String[]> rows) {
        static Device with(DfuAttributes attributes, DfuModeOptions options, String differences) {
            return new Device(
                    attributes,
                    options,
                    Stream.of(differences, SPECIFICATION)
                            .flatMap(String::lines)
                            .map(line -> line.split(" *-> *"))
                            .toList());
        }

        ModeHost in(Given state) {
            ModeHost host = new ModeHost(attributes, options);
            state.bring(host);
            return host;
        }

        Set<Given> states() {
            if (!attributes.bitCanDnload()) {
                return EnumSet.of(Given.IDLE, Given.UPLOAD_IDLE, Given.ERROR);
            }
            return attributes.bitCanUpload()
                    ? EnumSet.allOf(Given.class)
                    : EnumSet.complementOf(EnumSet.of(Given.UPLOAD_IDLE));
        }
    }

    private static final DfuAttributes ALL = new DfuAttributes(true, true, true, false);

    @Test
    void aDeviceByTheSpecification() {
        checkAll(Device.with(ALL, DfuModeOptions.SPECIFICATION, ""));
    }

    @Test
    void aDeviceThatTakesNoFirmware() {
        checkAll(Device.with(new DfuAttributes(false, true, true, false), DfuModeOptions.SPECIFICATION, """
                dfuIDLE           OUT  1  *      -> stall              -> dfuERROR
                """));
    }

    @Test
    void aDeviceThatGivesNoFirmware() {
        checkAll(Device.with(new DfuAttributes(true, false, true, false), DfuModeOptions.SPECIFICATION, """
                dfuIDLE           IN   2  *      -> stall              -> dfuERROR
                """));
    }

    @Test
    void aDeviceThatAbortsWhileSynchronizing() {
        checkAll(Device.with(ALL, new DfuModeOptions(true, false), """
                dfuDNLOAD-SYNC    OUT  6  0      -> ack                -> dfuIDLE
                written           OUT  6  0      -> ack                -> dfuIDLE
                dfuMANIFEST-SYNC  OUT  6  0      -> ack                -> dfuIDLE
                manifested        OUT  6  0      -> ack                -> dfuIDLE
                """));
    }

    @Test
    void aDeviceThatAnswersWhileItIsBusy() {
        checkAll(Device.with(ALL, new DfuModeOptions(false, true), """
                dfuDNBUSY         IN   3  *      -> 00 32 00 00 04 00  -> dfuDNBUSY
                dfuMANIFEST       IN   3  *      -> 00 64 00 00 07 00  -> dfuMANIFEST
                """));
    }

    private static void checkAll(Device device) {
        for (Given state : device.states()) {
            for (Direction direction : Direction.values()) {
                for (int bRequest = 0; bRequest <= 0xFF; bRequest++) {
                    for (int wLength : LENGTHS) {
                        check(device, state, direction, bRequest, wLength);
                    }
                }
            }
        }
    }

    private static void check(Device device, Given state, Direction direction, int bRequest, int wLength) {
        SetupPacket setup = SetupPacket.of(direction, RequestType.CLASS, Recipient.INTERFACE, bRequest, 1, 0, wLength);
        ModeHost host = device.in(state);
        String[] row = device.rows().stream()
                .filter(each -> fits(each[0].split(" +"), state, direction, bRequest, wLength))
                .findFirst()
                .orElseThrow();

        assertThat(reply(host, setup, row[1].equals("data")))
                .as("%s: %s", state, setup)
                .isEqualTo(cut(row[1], wLength));
        assertThat(host.state()).as("after %s: %s", state, setup).hasToString(row[2]);
    }

    private static boolean fits(String[] pattern, Given state, Direction direction, int bRequest, int wLength) {
        return fits(pattern[0], state.toString())
                && fits(pattern[1], direction.name())
                && fits(pattern[2], Integer.toString(bRequest))
                && fitsLength(pattern[3], wLength);
    }

    private static boolean fits(String pattern, String value) {
        return pattern.equals("*") || pattern.equals(value);
    }

    private static boolean fitsLength(String pattern, int wLength) {
        int dots = pattern.indexOf("..");
        return dots < 0
                ? fits(pattern, Integer.toString(wLength))
                : wLength >= Integer.parseInt(pattern.substring(0, dots))
                        && wLength <= Integer.parseInt(pattern.substring(dots + 2));
    }

    /** A host gets at most wLength bytes. */
    private static String cut(String reply, int wLength) {
        boolean isHex = Character.isDigit(reply.charAt(0));
        return isHex
                ? String.join(
                        " ", Arrays.stream(reply.split(" ")).limit(wLength).toList())
                : reply;
    }

    private static String reply(ModeHost host, SetupPacket setup, boolean isFirmware) {
        try {
            if (setup.direction() == Direction.IN) {
                byte[] data = host.usb().controlIn(setup);
                return isFirmware && data.length == setup.wLength()
                        ? "data"
                        : HexFormat.ofDelimiter(" ").formatHex(data);
            }
            host.usb().controlOut(setup, new byte[setup.wLength()]);
            return "ack";
        } catch (StallException e) {
            return "stall";
        }
    }
}
