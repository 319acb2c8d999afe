package usbd4j.gadget.kernel;

import static java.nio.file.StandardOpenOption.APPEND;
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
                none / ext4 rw 0 0
                tmpfs /srv tmpfs rw,nosuid,noexec 0 0
                tmpfs /srv/bin tmpfs rw 0 0
                tmpfs /opt tmpfs rw,noexec 0 0
                tmpfs /opt tmpfs rw 0 0
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
    void aNameThatIsNoTextIsNoObstacle() throws IOException {
        Files.write(table.file(), new byte[] {'a', ' ', '/', (byte) 0xFF, ' ', 'b', ' ', 'r', 'w', '\n'}, APPEND);

        assertThat(table.directories("functionfs", "usbd4j.b")).containsExactly(Path.of("/run/usbd4j/b"));
        assertThat(table.withoutExecution(Path.of("/srv/cache/x"))).contains(Path.of("/srv"));
    }

    @Test
    void tellsNoneOfWhatIsNotMounted() {
        assertThat(table.directories("functionfs", "usbd4j.c")).isEmpty();
    }

    @Test
    void tellsEveryPlaceOfAType() {
        assertThat(table.directories("functionfs"))
                .containsExactly(Path.of("/srv/two words"), Path.of("/run/usbd4j/b"), Path.of("/run/usbd4j/a"));
    }

    @Test
    void tellsWhetherSomethingIsMountedInAPlace() {
        assertThat(table.isMounted(Path.of("/sys/kernel/config"))).isTrue();
        assertThat(table.isMounted(Path.of("/sys/kernel"))).isFalse();
    }

    @Test
    void tellsFromWhereNoProgramMayBeRun() {
        assertThat(table.withoutExecution(Path.of("/srv/cache/x"))).contains(Path.of("/srv"));
        assertThat(table.withoutExecution(Path.of("/srv/bin/x"))).isEmpty();
        assertThat(table.withoutExecution(Path.of("/opt/x"))).isEmpty();
        assertThat(table.withoutExecution(Path.of("/srvx"))).isEmpty();
    }

    @Test
    void ofThisProcessIsThere() {
        assertThat(MountTable.OWN.directories("proc", "proc")).contains(Path.of("/proc"));
    }
}
