package usbd4j.gadget.devicefile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;

/** Text in TOML, before it is understood. */
final class TomlText {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private TomlText() {}

    /**
     * {@return the text of a file, without the mark that some editors begin it with}
     *
     * @throws IllegalArgumentException with the line if it is not UTF-8
     */
    static String read(Path file) throws IOException {
        try {
            String text = Files.readString(file);
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(
                    "%s, line %d: this is not UTF-8".formatted(file, undecodedLine(Files.readAllBytes(file))), e);
        }
    }

    private static long undecodedLine(byte[] bytes) {
        CharBuffer decoded = CharBuffer.allocate(bytes.length);
        UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), decoded, true);
        return 1 + decoded.flip().chars().filter(each -> each == '\n').count();
    }

    /**
     * {@return what a text says}
     *
     * @throws IllegalArgumentException if its brackets are nested too deeply to be read
     */
    static TomlParseResult parse(String text) {
        try {
            return Toml.parse(text);
        } catch (StackOverflowError e) {
            throw new IllegalArgumentException("its brackets are nested too deeply", e);
        }
    }
}
