package usbd4j.gadget.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import usbd4j.stack.descriptor.UsbString;

class MemoryTest {
    @ParameterizedTest
    @CsvSource({
        "Firmware, firmware",
        "My Data (2), my-data-2",
        "a/b, a-b",
        "'@Internal Flash  /0x08000000/04*016Kg', internal-flash",
        "@/0x0/1*1Kg, memory",
        "--, memory"
    })
    void isKeptInAFolderOfItsName(String name, String folder) {
        assertThat(new ImageMemory(Optional.of(UsbString.of(name)), 1, 0).folder())
                .isEqualTo(folder);
    }

    @Test
    void hasAFolderWithoutAName() {
        assertThat(new ImageMemory(Optional.empty(), 1, 0).folder()).isEqualTo("memory");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 1L << 31})
    void hasASize(long size) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ImageMemory(Optional.empty(), size, 0))
                .withMessage("a memory has 1 to 2147483647 bytes, not %d", size);
    }
}
