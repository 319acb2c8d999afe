package usbd4j.stack.functionfs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import usbd4j.stack.descriptor.StringTable;
import usbd4j.stack.descriptor.UsbString;

/**
 * The strings in the format in which they are written to FunctionFS's {@code ep0} ({@code struct usb_functionfs_strings_head}
 * of linux/usb/functionfs.h): every string in every language.
 */
final class StringBlob {
    private static final int MAGIC = 2;
    private static final int HEADER_LENGTH = 4 * Integer.BYTES;
    /** USB_MAX_STRING_LEN of linux/usb/ch9.h. The kernel shows no more bytes than that, and reports no error. */
    private static final int MAX_BYTES = 126;

    private StringBlob() {}

    static ByteBuffer of(StringTable table) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int language : table.languages()) {
            body.write(language);
            body.write(language >> 8);
            for (UsbString string : table.strings()) {
                body.writeBytes(bytes(string.in(language)));
                body.write(0);
            }
        }
        int length = HEADER_LENGTH + body.size();
        return ByteBuffer.allocateDirect(length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(MAGIC)
                .putInt(length)
                .putInt(table.strings().size())
                .putInt(table.languages().size())
                .put(body.toByteArray())
                .flip();
    }

    private static byte[] bytes(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        if (bytes.length > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "string \"%s\" has %d bytes in UTF-8; the kernel shows the first %d of a FunctionFS string"
                            .formatted(text, bytes.length, MAX_BYTES));
        }
        return bytes;
    }
}
