package usbd4j.gadget.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import usbd4j.stack.BusEvent;

class ConfigurationWatchTest {
    @TempDir
    private Path controller;

    private final List<String> warnings = new ArrayList<>();
    private ConfigurationWatch watch;
    private Instant now = Instant.ofEpochSecond(1_000);

    @BeforeEach
    void start() {
        watch = new ConfigurationWatch(Optional.of(controller), warnings::add);
        watch.start();
    }

    @AfterEach
    void close() {
        watch.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "addressed", "configured"})
    void warnsOnceAfterFiveSecondsWithAHost(String state) throws IOException {
        pass(1, "not attached");
        pass(5, state);
        assertThat(warnings).isEmpty();
        pass(1, state);
        assertThat(warnings)
                .singleElement()
                .asString()
                .startsWith("a host has connected and chosen no configuration for 5 seconds");
        assertThat(watch.deadline()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"not attached", "attached", "powered", "suspended"})
    void doesNotWarnWithoutAHost(String state) throws IOException {
        pass(20, state);
        assertThat(warnings).isEmpty();
        assertThat(watch.deadline()).isPresent();
    }

    @Test
    void aHostThatGoesAndComesHasFiveSecondsAgain() throws IOException {
        pass(5, "addressed");
        pass(1, "not attached");
        pass(5, "addressed");
        assertThat(warnings).isEmpty();
    }

    @Test
    void aConfiguredDeviceIsNotWatched() throws IOException {
        pass(3, "addressed");
        watch.event(BusEvent.RESET, now);
        assertThat(watch.deadline()).isPresent();
        watch.event(BusEvent.CONFIGURED, now);
        assertThat(watch.deadline()).isEmpty();
    }

    @Test
    void watchesAgainWhenTheDeviceIsShownAgain() throws IOException {
        pass(3, "addressed");
        watch.close();
        assertThat(watch.deadline()).isEmpty();
        watch.start();
        pass(5, "addressed");
        assertThat(warnings).isEmpty();
        pass(1, "addressed");
        assertThat(warnings).hasSize(1);
    }

    @Test
    void aControllerThatIsGoneIsNoHost() {
        watch.deadlineReached(now);
        assertThat(warnings).isEmpty();
        assertThat(watch.deadline()).isPresent();
    }

    @Test
    void tellsWhatUsbDriversLogged() {
        assertThat(ConfigurationWatch.sentence(List.of(
                        "eth0: link up",
                        "WARNING: CPU: 0 PID: 9 at drivers/usb/gadget/udc/core.c:302 usb_ep_enable+0x1",
                        "Modules linked in: usb_f_hid udc_core",
                        " ? usb_set_configuration+0x1/0x2",
                        "configfs-gadget.usbd4j gadget.0: Enable IN endpoint FAILED!",
                        "dwc2 fe980000.usb: new address",
                        "usb 1-1: can't set config #1, error -32")))
                .endsWith(String.join(
                        System.lineSeparator(),
                        "; the kernel logged:",
                        "  configfs-gadget.usbd4j gadget.0: Enable IN endpoint FAILED!",
                        "  dwc2 fe980000.usb: new address",
                        "  usb 1-1: can't set config #1, error -32"));
    }

    @Test
    void tellsOnlyTheLastFive() {
        assertThat(ConfigurationWatch.sentence(List.of("usb 0", "usb 1", "usb 2", "usb 3", "usb 4", "usb 5")))
                .doesNotContain("usb 0")
                .contains("usb 1", "usb 5");
    }

    @Test
    void namesTheLogsIfNothingIsKnown() {
        assertThat(ConfigurationWatch.sentence(List.of("eth0: link up")))
                .endsWith("; the kernel's log (dmesg) and the host's may say why");
    }

    /** Lets the watch look once a second, with the controller in a state. */
    private void pass(int seconds, String state) throws IOException {
        Files.writeString(controller.resolve("state"), state + "\n");
        for (int i = 0; i < seconds; i++) {
            assertThat(watch.deadline())
                    .hasValueSatisfying(due -> assertThat(due).isBeforeOrEqualTo(now));
            watch.deadlineReached(now);
            now = now.plusSeconds(1);
        }
    }
}
