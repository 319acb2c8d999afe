package usbd4j.stack.linux;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OwnProcessTest {
    @Test
    void hasTheNumberThatJavaKnows() {
        assertThat(OwnProcess.ID).isEqualTo((int) ProcessHandle.current().pid());
    }
}
