package usbd4j.stack.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class StringDescriptorTest {
    @Test
    void isInUtf16LittleEndian() {
        assertThat(new StringDescriptor("aß→").bytes().array())
                .containsExactly(
                        8, // bLength
                        3, // bDescriptorType
                        0x61, // a
                        0x00, 0xDF, // ß
                        0x00, 0x92, // →
                        0x21);
    }

    @Test
    void writesACharacterBeyondThePlaneAsTwoCodeUnits() {
        assertThat(new StringDescriptor("😀").bytes().array())
                .containsExactly(
                        6, // bLength
                        3, // bDescriptorType
                        0x3D, // high surrogate
                        0xD8, 0x00, // low surrogate
                        0xDE);
    }

    @Test
    void ofAnEmptyTextIsTwoBytes() {
        assertThat(new StringDescriptor("").bytes().array()).containsExactly(2, 3);
    }

    @Test
    void takes126CodeUnits() {
        assertThat(new StringDescriptor("x".repeat(126)).bLength()).isEqualTo(254);
    }

    @Test
    void refuses127CodeUnits() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StringDescriptor("x".repeat(127)))
                .withMessageContaining("127 UTF-16 code units")
                .withMessageContaining("at most 126");
    }
}
