package usbd4j.dfu.mode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import usbd4j.stack.Direction;
import usbd4j.stack.Recipient;
import usbd4j.stack.RequestType;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.memory.StallException;

/**
 * The expected replies of a device. A row is "state direction bRequest wLength -> reply -> next state"; the first row that matches
 * counts.
 */
record RequestTable(List<String[]> rows) {
    private static final int[] LENGTHS = {0, 1, 6, 64, 65};

    static RequestTable of(String... tables) {
        return new RequestTable(Stream.of(tables)
                .flatMap(String::lines)
                .map(line -> line.split(" *-> *"))
                .toList());
    }

    /** Checks every class request in each of these states. */
    <S> void check(int wValue, Set<S> states, Function<S, ? extends DfuHost> inState) {
        for (S state : states) {
            for (Direction direction : Direction.values()) {
                for (int bRequest = 0; bRequest <= 0xFF; bRequest++) {
                    for (int wLength : LENGTHS) {
                        check(
                                state,
                                inState.apply(state),
                                SetupPacket.of(
                                        direction,
                                        RequestType.CLASS,
                                        Recipient.INTERFACE,
                                        bRequest,
                                        wValue,
                                        0,
                                        wLength));
                    }
                }
            }
        }
    }

    private void check(Object state, DfuHost host, SetupPacket setup) {
        String[] row = rows.stream()
                .filter(each -> matches(each[0].split(" +"), state, setup))
                .findFirst()
                .orElseThrow();

        assertThat(reply(host, setup, row[1].equals("data")))
                .as("%s: %s", state, setup)
                .isEqualTo(cut(row[1], setup.wLength()));
        assertThat(host.state()).as("after %s: %s", state, setup).hasToString(row[2]);
    }

    private static boolean matches(String[] pattern, Object state, SetupPacket setup) {
        return matches(pattern[0], state.toString())
                && matches(pattern[1], setup.direction().name())
                && matches(pattern[2], Integer.toString(setup.bRequest()))
                && matchesLength(pattern[3], setup.wLength());
    }

    private static boolean matches(String pattern, String value) {
        return pattern.equals("*") || pattern.equals(value);
    }

    private static boolean matchesLength(String pattern, int wLength) {
        int dots = pattern.indexOf("..");
        return dots < 0
                ? matches(pattern, Integer.toString(wLength))
                : wLength >= Integer.parseInt(pattern.substring(0, dots))
                        && wLength <= Integer.parseInt(pattern.substring(dots + 2));
    }

    /** The host receives at most wLength bytes. */
    private static String cut(String reply, int wLength) {
        boolean isHex = Character.isDigit(reply.charAt(0));
        return isHex
                ? String.join(
                        " ", Arrays.stream(reply.split(" ")).limit(wLength).toList())
                : reply;
    }

    private static String reply(DfuHost host, SetupPacket setup, boolean isFirmware) {
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
