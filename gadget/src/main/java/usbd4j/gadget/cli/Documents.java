package usbd4j.gadget.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Writes what a package of the program has beside it. The build starts this. */
public final class Documents {
    /** The byte of gzip's header that tells how hard it tried (RFC 1952, XFL), and its value for "as hard as can be". */
    private static final int EFFORT = 8;

    private static final byte BEST = 2;

    private Documents() {}

    /**
     * Writes the manual page usbd4j.1.gz, the completion usbd4j.bash, and the texts, packed.
     *
     * @param args a folder, and the names of texts
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        CommandGroup program = Main.commands();
        Files.write(
                folder.resolve("usbd4j.1.gz"),
                packed(ManPage.of(program, Version.text()).getBytes(UTF_8)));
        Files.writeString(folder.resolve("usbd4j.bash"), BashCompletion.of(program));
        for (String text : Arrays.asList(args).subList(1, args.length)) {
            Path file = Path.of(text);
            Files.write(folder.resolve(file.getFileName() + ".gz"), packed(Files.readAllBytes(file)));
        }
    }

    /** {@return what "gzip -9n" makes of a text: always the same} */
    static byte[] packed(byte[] text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream packer = new Packer(packed)) {
            packer.write(text);
        }
        byte[] bytes = packed.toByteArray();
        bytes[EFFORT] = BEST;
        return bytes;
    }

    private static final class Packer extends GZIPOutputStream {
        Packer(OutputStream packed) throws IOException {
            super(packed);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
