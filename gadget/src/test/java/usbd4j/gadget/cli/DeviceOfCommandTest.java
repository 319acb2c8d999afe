package usbd4j.gadget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@code usbd4j device of} on a command line. */
class DeviceOfCommandTest {
    @Test
    void aDeviceThatIsNotThereHasAStatusOfItsOwn() {
        Run run = Run.usbd4j("device", "of", "3-999");

        assertThat(run.status()).isEqualTo(15);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("usbd4j: there is no device 3-999, neither as VID:PID")
                .doesNotContain("\tat ");
    }

    @Test
    void needsADevice() {
        Run run = Run.usbd4j("device", "of");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("VID:PID|SYSFS-FOLDER is missing");
    }

    @Test
    void teachesWithExamples() {
        assertThat(Run.usbd4j("device", "of", "--help").out())
                .contains("usbd4j device of 0483:df11 >copy.toml")
                .contains("usbd4j device of 3-1 >copy.toml");
    }
}
