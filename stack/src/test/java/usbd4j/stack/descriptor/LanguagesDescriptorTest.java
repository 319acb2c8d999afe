package usbd4j.stack.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LanguagesDescriptorTest {
    @Test
    void hasTheBytesOfTheSpecification() {
        assertThat(new LanguagesDescriptor(List.of(0x0407, 0x0409)).bytes().array())
                .containsExactly(
                        6, // bLength
                        3, // bDescriptorType
                        0x07, // wLANGID[0]
                        0x04, 0x09, // wLANGID[1]
                        0x04);
    }

    @Test
    void refusesALanguageOfMoreThanTwoBytes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LanguagesDescriptor(List.of(0x0409, 0x10000)))
                .withMessageContaining("wLANGID");
    }

    @Test
    void takes126Languages() {
        assertThat(languages(126).bLength()).isEqualTo(254);
    }

    @Test
    void refusesMoreLanguagesThanItsLengthByteCanCount() {
        assertThatIllegalArgumentException().isThrownBy(() -> languages(127)).withMessageContaining("127 languages");
    }

    private static LanguagesDescriptor languages(int count) {
        return new LanguagesDescriptor(IntStream.range(0, count).boxed().toList());
    }
}
