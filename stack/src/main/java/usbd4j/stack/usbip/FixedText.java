package usbd4j.stack.usbip;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/** Text in a field of fixed length, with zeros behind it. */
final class FixedText {
    private FixedText() {}

    static String read(ByteBuffer buffer, int length) {
        byte[] bytes = new byte[length];
        buffer.get(bytes);
        int end = 0;
        while (end < length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, 0, end, UTF_8);
    }

    /** The last byte stays zero, however long the text is. */
    static void write(ByteBuffer buffer, int length, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        byte[] field = new byte[length];
        System.arraycopy(bytes, 0, field, 0, Math.min(bytes.length, length - 1));
        buffer.put(field);
    }
}
