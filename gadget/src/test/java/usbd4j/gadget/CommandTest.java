package usbd4j.gadget;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommandTest {
    @Test
    void isWrittenAsAShellTakesIt() {
        assertThat(Command.safe("mount", "-t", "configfs", "none", "/sys/kernel/config"))
                .hasToString("mount -t configfs none /sys/kernel/config");
        assertThat(Command.risky("sh", "-c", "echo >/a b's")).hasToString("sh -c 'echo >/a b'\\''s'");
    }
}
