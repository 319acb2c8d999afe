package usbd4j.gadget.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileBoardTest {
    @Test
    void aDeviceIsServedThereUntilAHostCouldSeeIt(@TempDir Path folder) throws IOException, InterruptedException {
        int made = new ProcessBuilder("mkfifo", folder.resolve("ep0").toString())
                .start()
                .waitFor();

        assertThat(made).isZero();
        assertThat(new FileBoard(folder).serve(PersonaInMemory.described())).isTrue();
    }
}
