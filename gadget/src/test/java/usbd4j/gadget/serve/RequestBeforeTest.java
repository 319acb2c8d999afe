package usbd4j.gadget.serve;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usbd4j.stack.memory.StallException;

class RequestBeforeTest {
    private static final byte[] BLOCK = {1, 2, 3, 4};

    @TempDir
    private Path store;

    @Test
    void isAlsoOneThatAnotherFaultStalled() {
        try (PersonaInMemory device = PersonaInMemory.dfuMode(
                store, "fault=[{on='DNLOAD', do='stall'}, {on='GETSTATUS', after='DNLOAD', do='stall'}]")) {
            assertThatThrownBy(() -> device.download(0, BLOCK)).isInstanceOf(StallException.class);
            assertThatThrownBy(device::status).isInstanceOf(StallException.class);

            assertThatNoException().isThrownBy(device::status);
        }
    }
}
