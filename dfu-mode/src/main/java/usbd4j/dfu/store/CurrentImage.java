package usbd4j.dfu.store;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import usbd4j.stack.UsbException;

/**
 * The file {@code current}, which names the file of the firmware and its contents in lines {@code key=value}.
 *
 * @param number N of the file {@code image-N}
 * @param length its size in bytes
 * @param sha256 its SHA-256, in hexadecimal
 */
record CurrentImage(long number, long length, String sha256) {
    private static final String NAME = "current";
    private static final String VERSION = "1";

    private static final String VERSION_KEY = "version";
    private static final String NUMBER_KEY = "image";
    private static final String LENGTH_KEY = "length";
    private static final String SHA256_KEY = "sha256";

    /** {@return the file of a directory, or empty if there never was firmware} */
    static Optional<CurrentImage> read(Path directory) throws IOException {
        Path file = directory.resolve(NAME);
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        Properties values = new Properties();
        try {
            values.load(new StringReader(Files.readString(file)));
        } catch (CharacterCodingException | IllegalArgumentException e) {
            throw damaged(file, "it cannot be read as text");
        }
        String version = values.getProperty(VERSION_KEY);
        if (version == null) {
            throw damaged(file, "it names no version");
        }
        if (!version.equals(VERSION)) {
            throw new UsbException(
                    "%s has version \"%s\" and not %s: it was written by another release of usbd4j; use that release, or another --store"
                            .formatted(file, version, VERSION));
        }
        try {
            return Optional.of(new CurrentImage(
                    Long.parseLong(values.getProperty(NUMBER_KEY, "")),
                    Long.parseLong(values.getProperty(LENGTH_KEY, "")),
                    values.getProperty(SHA256_KEY, "")));
        } catch (NumberFormatException e) {
            throw damaged(file, String.valueOf(e.getMessage()));
        }
    }

    private static UsbException damaged(Path file, String why) {
        return new UsbException("%s is damaged (%s); remove it to start without firmware".formatted(file, why));
    }

    /** Makes this the firmware of a directory. */
    void write(Path directory) throws IOException {
        AtomicReplacement.of(
                directory,
                NAME,
                "%s=%s\n%s=%d\n%s=%d\n%s=%s\n"
                        .formatted(VERSION_KEY, VERSION, NUMBER_KEY, number, LENGTH_KEY, length, SHA256_KEY, sha256));
    }

    /** {@return whether the file has this length and SHA-256} */
    boolean isWhole(Path directory) throws IOException {
        try (FileChannel channel = open(directory)) {
            return channel.size() == length && Sha256.of(channel).equals(sha256);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** {@return bytes of the file from an offset, ready to be read; fewer at its end} */
    ByteBuffer read(Path directory, long offset, int atMost) throws IOException {
        int available = (int) Math.max(0, Math.min(atMost, length - offset));
        if (available == 0) {
            return ByteBuffer.allocate(0);
        }
        try (FileChannel channel = open(directory)) {
            return ImagePart.read(channel, offset, available);
        }
    }

    /** {@return what the first group of a pattern matches in the file} */
    Optional<String> find(Path directory, Pattern pattern) throws IOException {
        try (FileChannel channel = open(directory)) {
            Matcher matcher = pattern.matcher(ImageText.of(channel));
            return matcher.find() ? Optional.ofNullable(matcher.group(1)) : Optional.empty();
        }
    }

    /** {@return whether there is a file to read} */
    boolean isThere(Path directory) {
        return Files.isRegularFile(file(directory));
    }

    private FileChannel open(Path directory) throws IOException {
        return FileChannel.open(file(directory), StandardOpenOption.READ);
    }

    Path file(Path directory) {
        return file(directory, number);
    }

    static Path file(Path directory, long number) {
        return directory.resolve("image-" + number);
    }
}
