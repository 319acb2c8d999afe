package usbd4j.gadget.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usbd4j.stack.memory.StallException;

/** A fault on a byte strikes the one request that transfers it. */
class DataPositionTest {
    private static final byte[] BLOCK = {1, 2, 3, 4};

    @TempDir
    private Path store;

    private PersonaInMemory device(String fault, String... settings) {
        String[] all = new String[settings.length + 1];
        all[0] = "fault=[{%s, do='stall'}]".formatted(fault);
        System.arraycopy(settings, 0, all, 1, settings.length);
        return PersonaInMemory.dfuMode(store, all);
    }

    @Test
    void aDownloadThatBeginsAnewBeginsAtByteZero() {
        try (PersonaInMemory device = device("on='DNLOAD', byte=4")) {
            for (int i = 0; i < 3; i++) {
                device.download(0, BLOCK);
                device.status();
                device.abort();
            }
            device.download(0, BLOCK);
            device.status();

            assertThatThrownBy(() -> device.download(1, BLOCK)).isInstanceOf(StallException.class);
        }
    }

    @Test
    void aStalledBlockDoesNotCount() {
        try (PersonaInMemory device = device("on='UPLOAD', byte=0, nth=2")) {
            store(device, BLOCK);
            assertThat(device.upload(0, 4)).containsExactly(BLOCK);
            assertThat(device.upload(1, 4)).isEmpty();

            assertThatThrownBy(() -> device.upload(0, 4)).isInstanceOf(StallException.class);
        }
    }

    @Test
    void withDfuSeItIsAnAddress() {
        try (PersonaInMemory device = device(
                "on='DNLOAD', byte=0x08004003",
                "dfu-mode.memory=[{name='@Flash /0x08000000/64*001Kg'}]",
                "functional.transfer-size=1024")) {
            command(device, "2100400008");
            device.download(3, BLOCK);
            device.status();

            assertThatThrownBy(() -> device.download(2, BLOCK)).isInstanceOf(StallException.class);
        }
    }

    private static void command(PersonaInMemory device, String bytes) {
        device.download(0, HexFormat.of().parseHex(bytes));
        device.status();
        device.status();
    }

    private static void store(PersonaInMemory device, byte[] firmware) {
        device.download(0, firmware);
        device.status();
        device.download(1);
        device.status();
    }
}
