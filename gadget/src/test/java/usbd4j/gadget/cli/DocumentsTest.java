package usbd4j.gadget.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a package has beside the program. */
class DocumentsTest {
    @TempDir
    private Path folder;

    @Test
    void areTheManualPageTheCompletionAndTheTexts() throws IOException {
        Path changelog = Files.writeString(folder.resolve("changelog"), "First package.");
        Path documents = folder.resolve("documents");

        Documents.main(new String[] {documents.toString(), changelog.toString()});

        assertThat(unpacked(documents.resolve("usbd4j.1.gz"))).startsWith(".TH \"usbd4j\" \"1\"");
        assertThat(documents.resolve("usbd4j.bash")).content().isEqualTo(BashCompletion.of(Main.commands()));
        assertThat(unpacked(documents.resolve("changelog.gz"))).isEqualTo("First package.");
    }

    @Test
    void arePackedAsDebianWantsThem() throws IOException {
        // RFC 1952: no name, no time, and as small as can be.
        assertThat(Documents.packed("First package.".getBytes(UTF_8))).startsWith(0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2);
    }

    private static String unpacked(Path file) throws IOException {
        try (GZIPInputStream text = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(text.readAllBytes(), UTF_8);
        }
    }
}
