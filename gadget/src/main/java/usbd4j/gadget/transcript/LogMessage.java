package usbd4j.gadget.transcript;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import usbd4j.stack.linux.LocalTimeZone;

/**
 * The words of a log line. The JDK's formatters would do, but the first line comes before the device is on the bus, and they are a
 * tenth of the program's start on a small board.
 */
final class LogMessage {
    private LogMessage() {}

    /**
     * {@return a message with its values}
     *
     * @param format as {@link MessageFormat} takes it, such as {@code "{0} of {1}"}
     * @param values numbers are written plainly: 1000, not 1,000 or 1.000 as the machine's language has it
     */
    static String of(String format, @Nullable Object... values) {
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (int at = format.indexOf('{'); at >= 0; at = format.indexOf('{', from)) {
            boolean isIndex = format.indexOf('}', at) == at + 2;
            int index = isIndex ? format.charAt(at + 1) - '0' : -1;
            if (index < 0 || index >= values.length || format.indexOf('\'') >= 0) {
                return MessageFormat.format(
                        format, Stream.of(values).map(String::valueOf).toArray());
            }
            text.append(format, from, at).append(values[index]);
            from = at + 3;
        }
        return text.append(format.substring(from)).toString();
    }

    /** {@return the local time of day, to the millisecond} */
    static String time(Instant time) {
        return time(LocalTime.ofInstant(time, offset(time)));
    }

    private static ZoneOffset offset(Instant time) {
        try {
            return LocalTimeZone.offset(time);
        } catch (LinkageError e) {
            // Where JNA cannot load its library, this is no place to say so.
            return ZoneId.systemDefault().getRules().getOffset(time);
        }
    }

    /** {@return the time of day, to the millisecond} */
    static String time(LocalTime time) {
        return digits(2, time.getHour())
                + ":"
                + digits(2, time.getMinute())
                + ":"
                + digits(2, time.getSecond())
                + "."
                + digits(3, time.getNano() / 1_000_000);
    }

    private static String digits(int count, int number) {
        String text = Integer.toString(number);
        return "0".repeat(count - text.length()) + text;
    }
}
