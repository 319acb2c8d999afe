package usbd4j.gadget.configfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MountTableTest {
    @TempDir
    private Path directory;

    private MountTable table;

    @BeforeEach
    void write() throws IOException {
        table = new MountTable(Files.writeString(directory.resolve("mounts"), """
                none /sys/kernel/config configfs rw,relatime 0 0
                usbd4j.a /run/usbd4j/a functionfs rw,relatime 0 0
                usbd4j.b /run/usbd4j/b functionfs rw,relatime 0 0
                usbd4j.a /mnt tmpfs rw 0 0
                usbd4j.a /srv/two\\040words functionfs rw,relatime 0 0
                """));
    }

    @Test
    void tellsEveryPlaceWhereOneIsMountedTheLatestFirst() {
        assertThat(table.directories("functionfs", "usbd4j.a"))
                .containsExactly(Path.of("/srv/two words"), Path.of("/run/usbd4j/a"));
    }

    @Test
    void tellsNoneOfWhatIsNotMounted() {
        assertThat(table.directories("functionfs", "usbd4j.c")).isEmpty();
    }

    @Test
    void ofThisProcessIsThere() {
        assertThat(MountTable.OWN.directories("proc", "proc")).contains(Path.of("/proc"));
    }
}
