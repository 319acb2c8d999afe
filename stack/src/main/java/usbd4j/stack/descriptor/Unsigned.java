package usbd4j.stack.descriptor;

/** Range checks for unsigned descriptor and request fields. */
public final class Unsigned {
    private Unsigned() {}

    /**
     * Checks a one-byte field.
     *
     * @param field the field's name in its specification
     * @param value its value
     * @return the value
     * @throws IllegalArgumentException if the value is not in the range 0 to 0xFF
     */
    public static int u8(String field, int value) {
        return (int) check(field, value, 0xFF);
    }

    /**
     * Checks a two-byte field.
     *
     * @param field the field's name in its specification
     * @param value its value
     * @return the value
     * @throws IllegalArgumentException if the value is not in the range 0 to 0xFFFF
     */
    public static int u16(String field, int value) {
        return (int) check(field, value, 0xFFFF);
    }

    /**
     * Checks a four-byte field.
     *
     * @param field the field's name in its specification
     * @param value its value
     * @return the value
     * @throws IllegalArgumentException if the value is not in the range 0 to 0xFFFFFFFF
     */
    public static long u32(String field, long value) {
        return check(field, value, 0xFFFF_FFFFL);
    }

    private static long check(String field, long value, long max) {
        if (value < 0 || value > max) {
            throw new IllegalArgumentException("%s is %d, and must be within 0 and %d".formatted(field, value, max));
        }
        return value;
    }
}
