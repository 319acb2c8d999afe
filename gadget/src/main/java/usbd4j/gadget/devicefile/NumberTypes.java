package usbd4j.gadget.devicefile;

import java.time.Duration;

/** Numbers, and what is made of them. */
final class NumberTypes {
    static final ValueType<Boolean> BOOLEAN =
            new ValueType<>("true or false", value -> (Boolean) value, Object::toString);

    /** A field of one byte. */
    static final ValueType<Integer> U8 = number("a number from 0 to 255", 0xFF, "%d");

    /** A field of one byte that people know in hexadecimal. */
    static final ValueType<Integer> U8_HEX = number("a number from 0x00 to 0xff", 0xFF, "0x%02x");

    /** A field of two bytes. */
    static final ValueType<Integer> U16 = number("a number from 0 to 65535", 0xFFFF, "%d");

    /** A field of two bytes that people know in hexadecimal. */
    static final ValueType<Integer> ID = number("a number from 0x0000 to 0xffff", 0xFFFF, "0x%04x");

    static final ValueType<Duration> MILLISECONDS = number("milliseconds, 0 to 3600000", 3_600_000, "%d")
            .as("milliseconds, 0 to 3600000", Duration::ofMillis, time -> (int) time.toMillis());

    /** A field of three bytes. */
    static final ValueType<Integer> POLL_TIMEOUT = number("milliseconds, 0 to 16777215", 0xFFFFFF, "%d");

    /** Of a memory of 4 GiB. */
    static final ValueType<Long> ADDRESS = new ValueType<>(
            "an address such as 0x08004000",
            value -> within((Long) value, 0xFFFF_FFFFL, "an address of four bytes"),
            "0x%08x"::formatted);

    private NumberTypes() {}

    /** {@return any other number} */
    static ValueType<Integer> number(int least, int most) {
        // At each start, where a formatter would first load what a number looks like in this machine's language.
        String takes = "a number from " + least + " to " + most;
        return new ValueType<>(takes, value -> (int) within((Long) value, least, most, takes), "%d"::formatted);
    }

    private static ValueType<Integer> number(String takes, int most, String format) {
        return new ValueType<>(takes, value -> (int) within((Long) value, most, takes), format::formatted);
    }

    private static long within(long value, long most, String takes) {
        return within(value, 0, most, takes);
    }

    private static long within(long value, long least, long most, String takes) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("%d is not %s".formatted(value, takes));
        }
        return value;
    }
}
