package usbd4j.stack.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Bytes as Microsoft OS 2.0 Descriptors, table 14, has them. */
class MsOs20RegistryPropertyDescriptorTest {
    @Test
    void hasTheBytesOfTheSpecification() {
        assertThat(new MsOs20RegistryPropertyDescriptor("Nä", List.of("a", "bc"))
                        .bytes()
                        .array())
                .containsExactly(
                        28, // wLength
                        0, 4, // wDescriptorType
                        0, 7, // wPropertyDataType, REG_MULTI_SZ
                        0, 6, // wPropertyNameLength
                        0, 'N', // PropertyName
                        0, 0xE4, 0, 0, 0, 12, // wPropertyDataLength
                        0, 'a', // PropertyData
                        0, 0, 0, 'b', 0, 'c', 0, 0, 0, 0, 0);
    }

    @Test
    void ofDeviceInterfaceGuidsNamesThemAsWindowsDoes() {
        byte[] bytes = MsOs20RegistryPropertyDescriptor.deviceInterfaceGuids(
                        UUID.fromString("975f44d9-0d08-43fd-8b3e-127ca8afff9d"))
                .bytes()
                .array();

        assertThat(bytes).startsWith(132, 0, 4, 0, 7, 0, 42, 0).hasSize(132);
        assertThat(new String(bytes, 8, 42, StandardCharsets.UTF_16LE)).isEqualTo("DeviceInterfaceGUIDs\0");
        assertThat(new String(bytes, 52, 80, StandardCharsets.UTF_16LE))
                .isEqualTo("{975F44D9-0D08-43FD-8B3E-127CA8AFFF9D}\0\0");
    }

    @Test
    void refusesAnEmptyName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MsOs20RegistryPropertyDescriptor("", List.of("a")))
                .withMessage("PropertyName must not be empty or contain a NUL character");
    }

    @Test
    void refusesATextThatWouldEndTheList() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MsOs20RegistryPropertyDescriptor("N", List.of("a", "")))
                .withMessage("a string in PropertyData must not be empty or contain a NUL character");
    }

    @Test
    void refusesATextThatWouldEndEarly() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MsOs20RegistryPropertyDescriptor("N", List.of("a\0b")))
                .withMessage("a string in PropertyData must not be empty or contain a NUL character");
    }

    @Test
    void refusesMoreThanWLengthCanCount() {
        assertThat(new MsOs20RegistryPropertyDescriptor("N", List.of("x".repeat(32_758))).wLength())
                .isEqualTo(0xFFFE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MsOs20RegistryPropertyDescriptor("N", List.of("x".repeat(32_759))))
                .withMessageStartingWith("wLength is 65536");
    }
}
