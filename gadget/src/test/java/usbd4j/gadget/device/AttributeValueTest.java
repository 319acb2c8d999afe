package usbd4j.gadget.device;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttributeValueTest {
    @Test
    void textAndNumbersEndWithANewline() {
        assertThat(new AttributeValue.Text("a b").written()).isEqualTo("a b\n".getBytes(UTF_8));
        assertThat(new AttributeValue.Decimal(-8).written()).isEqualTo("-8\n".getBytes(UTF_8));
    }

    @Test
    void bytesAreWrittenAsTheyAre() {
        assertThat(new AttributeValue.Bytes("05 01\n09Fa").written()).containsExactly(5, 1, 9, 0xFA);
        assertThat(AttributeValue.Bytes.of(new byte[] {5, 1, 9, -6})).isEqualTo(new AttributeValue.Bytes("050109fa"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "0x05", "05 1", "zz"})
    void anythingElseIsNoBytes(String hex) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AttributeValue.Bytes(hex))
                .withMessage("bytes are two hexadecimal digits each, from 1 to 4096 of them");
    }

    @Test
    void aPageIsTheMost() {
        assertThat(AttributeValue.Bytes.of(new byte[4096])).hasToString("4096 bytes");
        assertThatIllegalArgumentException().isThrownBy(() -> AttributeValue.Bytes.of(new byte[4097]));
    }
}
