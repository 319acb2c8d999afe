package usbd4j.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class HostDeviceTest {
    @TempDir
    private Path sysfs;

    @Test
    void aDeviceThatNeverComesIsAnObstacle() {
        assertThat(obstacle(Duration.ZERO)).startsWith("the host is not through with ");
    }

    @Test
    // In its own thread a wait that ignores interrupts would not end at the time limit either.
    @Timeout(value = 20, threadMode = SEPARATE_THREAD)
    void aTestThatIsInterruptedWaitsNoLonger() {
        Thread.currentThread().interrupt();

        assertThat(obstacle(Duration.ofDays(1))).startsWith("the host is not through with ");
        assertThat(Thread.interrupted()).as("still interrupted").isTrue();
    }

    private String obstacle(Duration longest) {
        return new HostDevice(sysfs).obstacleAt(Deadline.in(longest)).orElseThrow();
    }
}
