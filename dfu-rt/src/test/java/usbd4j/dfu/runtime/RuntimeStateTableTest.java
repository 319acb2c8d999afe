package usbd4j.dfu.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import usbd4j.dfu.DfuState;
import usbd4j.stack.Direction;
import usbd4j.stack.Recipient;
import usbd4j.stack.RequestType;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.memory.StallException;

/** Every request in every run-time state against the table of the specification (DFU 1.1, A.2.1 and A.2.2). */
class RuntimeStateTableTest {
    private static final int[] LENGTHS = {0, 1, 6, 65535};
    private static final byte[] SENT = new byte[65535];

    /** state, type, direction, bRequest, wLength -> reply -> next state; * matches anything; the first row that matches counts. */
    private static final List<String[]> TABLE =
            """
            appIDLE    CLASS     OUT  0   0  -> ack                -> appDETACH
            appIDLE    CLASS     IN   3   *  -> 00 00 00 00 00 00  -> appIDLE
            appIDLE    CLASS     IN   5   *  -> 00                 -> appIDLE
            appIDLE    STANDARD  IN   0   *  -> 00 00              -> appIDLE
            appIDLE    STANDARD  IN   10  *  -> 00                 -> appIDLE
            appIDLE    *         *    *   *  -> stall              -> appIDLE
            appDETACH  CLASS     IN   3   *  -> 00 00 00 00 01 00  -> appDETACH
            appDETACH  CLASS     IN   5   *  -> 01                 -> appDETACH
            appDETACH  CLASS     *    *   *  -> stall              -> appIDLE
            appDETACH  STANDARD  IN   0   *  -> 00 00              -> appDETACH
            appDETACH  STANDARD  IN   10  *  -> 00                 -> appDETACH
            appDETACH  *         *    *   *  -> stall              -> appDETACH
            """.lines().map(line -> line.split(" *-> *")).toList();

    @ParameterizedTest
    @EnumSource(names = {"APP_IDLE", "APP_DETACH"})
    void everyRequestToTheInterfaceIsAnsweredAsInTheTable(DfuState state) {
        for (RequestType type : RequestType.values()) {
            for (Direction direction : Direction.values()) {
                for (int bRequest = 0; bRequest <= 0xFF; bRequest++) {
                    for (int wLength : LENGTHS) {
                        check(state, type, direction, bRequest, wLength);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"APP_IDLE", "APP_DETACH"})
    void everyClassRequestToAnotherRecipientIsStalledAndChangesNothing(DfuState state) {
        for (Recipient recipient : List.of(Recipient.DEVICE, Recipient.ENDPOINT, Recipient.OTHER, Recipient.RESERVED)) {
            for (Direction direction : Direction.values()) {
                for (int bRequest = 0; bRequest <= 0xFF; bRequest++) {
                    DfuHost host = hostOfDeviceIn(state);
                    host.stalled(SetupPacket.of(direction, RequestType.CLASS, recipient, bRequest, 1000, 0, 0));

                    assertThat(host.getState()).isEqualTo(state);
                }
            }
        }
    }

    private static void check(DfuState state, RequestType type, Direction direction, int bRequest, int wLength) {
        SetupPacket setup = SetupPacket.of(direction, type, Recipient.INTERFACE, bRequest, 1000, 0, wLength);
        String[] row = row(state.toString(), type.name(), direction.name(), "" + bRequest, "" + wLength);
        DfuHost host = hostOfDeviceIn(state);

        assertThat(reply(host, setup)).as("%s: %s", state, setup).isEqualTo(cut(row[1], wLength));
        assertThat(host.getStatus().bState()).as("after %s: %s", state, setup).hasToString(row[2]);
    }

    private static String[] row(String... request) {
        return TABLE.stream()
                .filter(row -> matches(row[0].split(" +"), request))
                .findFirst()
                .orElseThrow();
    }

    private static boolean matches(String[] pattern, String[] request) {
        for (int i = 0; i < request.length; i++) {
            if (!pattern[i].equals("*") && !pattern[i].equals(request[i])) {
                return false;
            }
        }
        return true;
    }

    /** The host receives at most wLength bytes. */
    private static String cut(String reply, int wLength) {
        boolean isData = Character.isDigit(reply.charAt(0));
        return isData
                ? String.join(
                        " ", Arrays.stream(reply.split(" ")).limit(wLength).toList())
                : reply;
    }

    private static String reply(DfuHost host, SetupPacket setup) {
        try {
            if (setup.direction() == Direction.IN) {
                return HexFormat.ofDelimiter(" ").formatHex(host.usb().controlIn(setup));
            }
            host.usb().controlOut(setup, Arrays.copyOf(SENT, setup.wLength()));
            return "ack";
        } catch (StallException e) {
            return "stall";
        }
    }

    private static DfuHost hostOfDeviceIn(DfuState state) {
        DfuHost host = DfuHost.ofWaitingDevice(DetachPolicy.ACCEPT);
        if (state == DfuState.APP_DETACH) {
            host.detach(1000);
        }
        return host;
    }
}
