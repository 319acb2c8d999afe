package usbd4j.stack.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import usbd4j.stack.memory.Host;
import usbd4j.stack.memory.NakException;

class LoopbackTest {
    private static final int IN = 0x81;
    private static final int OUT = 0x02;

    private final Host host = Host.attach(new Loopback());

    @Test
    void sendsBackWhatItReceives() {
        host.write(OUT, (byte) 1, (byte) 2, (byte) 3);

        assertThat(host.read(IN, 512)).containsExactly(1, 2, 3);
    }

    @Test
    void keepsTheOrder() {
        for (byte i = 1; i <= 4; i++) {
            host.write(OUT, i);
        }

        for (byte i = 1; i <= 4; i++) {
            assertThat(host.read(IN, 512)).containsExactly(i);
        }
    }

    @Test
    void makesAHostThatDoesNotReadWait() {
        for (byte i = 1; i <= 4; i++) {
            host.write(OUT, i);
        }

        assertThatExceptionOfType(NakException.class).isThrownBy(() -> host.write(OUT, (byte) 5));
    }

    @Test
    void startsAfreshAfterAReset() {
        host.write(OUT, (byte) 1);
        host.reset();
        host.write(OUT, (byte) 2);

        assertThat(host.read(IN, 512)).containsExactly(2);
    }
}
