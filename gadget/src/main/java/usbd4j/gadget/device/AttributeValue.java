package usbd4j.gadget.device;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;

/** The value of an attribute of a function that the kernel serves. */
public sealed interface AttributeValue {
    /** {@return what is written to the attribute, in one write} */
    byte[] written();

    /**
     * A value that the kernel reads as text.
     *
     * @param text without a newline at its end
     */
    record Text(String text) implements AttributeValue {
        /** {@return the text and a newline, which the kernel takes off} */
        @Override
        public byte[] written() {
            return (text + "\n").getBytes(UTF_8);
        }

        @Override
        public String toString() {
            return "\"%s\"".formatted(text);
        }
    }

    /**
     * A number, or a flag as 0 or 1.
     *
     * @param number written in decimal
     */
    record Decimal(long number) implements AttributeValue {
        @Override
        public byte[] written() {
            return new Text(toString()).written();
        }

        @Override
        public String toString() {
            return Long.toString(number);
        }
    }

    /**
     * Bytes, such as a report descriptor.
     *
     * @param hex two digits for each byte, with white space between bytes or none
     */
    record Bytes(String hex) implements AttributeValue {
        /** A page, the most that configfs takes in one write. */
        private static final int MOST = 4096;

        /** Checks the digits, and drops the white space. */
        public Bytes {
            hex = hex.replaceAll("\\s", "");
            if (!hex.matches("([0-9A-Fa-f]{2}){1,%d}".formatted(MOST))) {
                throw new IllegalArgumentException(
                        "bytes are two hexadecimal digits each, from 1 to %d of them".formatted(MOST));
            }
        }

        /**
         * {@return these bytes}
         *
         * @param bytes from 1 to 4096
         */
        public static Bytes of(byte[] bytes) {
            return new Bytes(HexFormat.of().formatHex(bytes));
        }

        @Override
        public byte[] written() {
            return HexFormat.of().parseHex(hex);
        }

        @Override
        public String toString() {
            return "%d bytes".formatted(hex.length() / 2);
        }
    }
}
