package usbd4j.dfu.mode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
record RequestTable(List<Row> rows) {
    private static final int[] LENGTHS = {0, 1, 6, 64, 65};

    private record Row(String state, String direction, String bRequest, String wLength, String reply, String next) {
        private static final Pattern COLUMNS = Pattern.compile("(\\S+) +(\\S+) +(\\S+) +(\\S+) *-> *(.+?) *-> *(\\S+)");

        static Row of(String line) {
            Matcher columns = COLUMNS.matcher(line);
            assertThat(columns.matches()).as(line).isTrue();
            return new Row(
                    columns.group(1),
                    columns.group(2),
                    columns.group(3),
                    columns.group(4),
                    columns.group(5),
                    columns.group(6));
        }

        boolean matches(Object inState, SetupPacket setup) {
            return matches(state, inState.toString())
                    && matches(direction, setup.direction().name())
                    && matches(bRequest, Integer.toString(setup.bRequest()))
                    && matchesLength(setup.wLength());
        }

        private static boolean matches(String pattern, String value) {
            return pattern.equals("*") || pattern.equals(value);
        }

        private boolean matchesLength(int length) {
            int dots = wLength.indexOf("..");
            return dots < 0
                    ? matches(wLength, Integer.toString(length))
                    : length >= Integer.parseInt(wLength.substring(0, dots))
                            && length <= Integer.parseInt(wLength.substring(dots + 2));
        }
    }

    static RequestTable of(String... tables) {
        return new RequestTable(
                Stream.of(tables).flatMap(String::lines).map(Row::of).toList());
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
        Row row = rows.stream()
                .filter(each -> each.matches(state, setup))
                .findFirst()
                .orElseThrow();

        assertThat(reply(host, setup, row.reply().equals("data")))
                .as("%s: %s", state, setup)
                .isEqualTo(cut(row.reply(), setup.wLength()));
        assertThat(host.state()).as("after %s: %s", state, setup).hasToString(row.next());
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
