package usbd4j.gadget.configfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usbd4j.gadget.GadgetException;
import usbd4j.gadget.device.AttributeValue;
import usbd4j.gadget.device.KernelFunction;

class FunctionTreeTest {
    @TempDir
    private Path directory;

    @BeforeEach
    void whatTheKernelMakes() throws IOException {
        Files.createFile(directory.resolve("stall"));
        Files.createFile(directory.resolve("report_desc"));
        Files.createFile(Files.createDirectory(directory.resolve("lun.0")).resolve("file"));
        Files.createFile(directory.resolve("lun.0/cdrom"));
    }

    @Test
    void attributesAreWritten() {
        Map<String, AttributeValue> attributes = new LinkedHashMap<>();
        attributes.put("stall", new AttributeValue.Decimal(0));
        attributes.put("report_desc", new AttributeValue.Bytes("0501"));
        attributes.put("lun.0/file", new AttributeValue.Text("/disk"));
        FunctionTree.write(directory, new KernelFunction("mass_storage", "0", attributes));

        assertThat(directory.resolve("stall")).hasContent("0\n");
        assertThat(directory.resolve("report_desc")).hasBinaryContent(new byte[] {5, 1});
        assertThat(directory.resolve("lun.0/file")).hasContent("/disk\n");
    }

    @Test
    void anAttributeThatThereIsNotIsToldWithThoseThatThereAre() {
        assertFails(
                "stal",
                "Function mass_storage.0 has no attribute stal; there is lun.0, report_desc, stall; did you mean stall?");
        assertFails(
                "lun.0/flie",
                "Function mass_storage.0 has no attribute lun.0/flie; there is cdrom, file; did you mean lun.0/file?");
        assertFails("lun.0", "Function mass_storage.0 has no attribute lun.0; there is lun.0, report_desc, stall");
        assertThat(directory.resolve("lun.0/flie")).doesNotExist();
    }

    @Test
    void aDirectoryThatThereIsNotIsMade() {
        assertFails("lun.1/file", "Function mass_storage.0 has no attribute lun.1/file; the kernel shows none there");

        assertThat(directory.resolve("lun.1")).isDirectory();
    }

    @Test
    void removingTakesAwayWhatWasMadeWithin() throws IOException {
        Path function = Files.createDirectory(directory.resolve("uvc.0"));
        Path header = Files.createDirectories(function.resolve("control/header/h"));
        Files.createDirectories(function.resolve("control/class"));
        Files.createSymbolicLink(function.resolve("control/class/h"), header);

        FunctionTree.remove(function);

        assertThat(function).doesNotExist();
    }

    private void assertFails(String attribute, String sentence) {
        KernelFunction function =
                new KernelFunction("mass_storage", "0", Map.of(attribute, new AttributeValue.Decimal(1)));
        assertThatExceptionOfType(GadgetException.class)
                .isThrownBy(() -> FunctionTree.write(directory, function))
                .withMessage(sentence);
    }
}
