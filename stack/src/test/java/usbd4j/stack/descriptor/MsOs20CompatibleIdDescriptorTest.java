package usbd4j.stack.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes as Microsoft OS 2.0 Descriptors, table 13, has them. */
class MsOs20CompatibleIdDescriptorTest {
    @Test
    void hasTheBytesOfTheSpecification() {
        assertThat(MsOs20CompatibleIdDescriptor.WINUSB.bytes().array())
                .containsExactly(
                        20, // wLength
                        0, 3, // wDescriptorType
                        0, 'W', // CompatibleID
                        'I', 'N', 'U', 'S', 'B', 0, 0, //
                        0, // SubCompatibleID
                        0, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void hasASubCompatibleIdToo() {
        assertThat(new MsOs20CompatibleIdDescriptor("RNDIS", "5162001").bytes().array())
                .endsWith('5', '1', '6', '2', '0', '0', '1', 0);
    }

    @Test
    void takes8Characters() {
        assertThat(new MsOs20CompatibleIdDescriptor("ABC_4567", "").compatibleID())
                .hasSize(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ABCD56789", "winusb", "WIN USB", "WINÜSB"})
    void refusesAnInvalidId(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MsOs20CompatibleIdDescriptor(id, ""))
                .withMessage(
                        "CompatibleID is \"%s\"; it must be at most 8 capital letters, digits and underscores", id);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MsOs20CompatibleIdDescriptor("WINUSB", id))
                .withMessageStartingWith("SubCompatibleID is \"%s\"", id);
    }
}
