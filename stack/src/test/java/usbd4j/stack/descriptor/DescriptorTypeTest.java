package usbd4j.stack.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptorTypeTest {
    @Test
    void codesAreThoseOfTheSpecification() {
        assertThat(DescriptorType.values())
                .extracting(DescriptorType::code)
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 11, 15, 16, 48);
    }

    @ParameterizedTest
    @EnumSource
    void isFoundByItsCode(DescriptorType type) {
        assertThat(DescriptorType.of(type.code())).contains(type);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 8, 0x21, 0xFF})
    void anyOtherCodeIsNoStandardDescriptor(int code) {
        assertThat(DescriptorType.of(code)).isEmpty();
    }
}
