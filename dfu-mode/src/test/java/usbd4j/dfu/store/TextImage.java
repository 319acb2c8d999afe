package usbd4j.dfu.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.file.Path;

/** Images that are text. */
final class TextImage {
    private TextImage() {}

    /** Makes a text the firmware of a directory. */
    static void store(Path directory, String text) {
        try (StoredImage image = new StoredImage(directory)) {
            image.begin();
            append(image, text);
            image.commit();
        }
    }

    static void append(StoredImage image, String text) {
        image.append(ByteBuffer.wrap(text.getBytes(US_ASCII)));
    }

    static String read(StoredImage image, long offset, int length) {
        return US_ASCII.decode(image.read(offset, length)).toString();
    }
}
