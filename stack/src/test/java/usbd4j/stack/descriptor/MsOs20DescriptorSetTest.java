package usbd4j.stack.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Bytes as Microsoft OS 2.0 Descriptors, tables 10 to 12, has them. */
class MsOs20DescriptorSetTest {
    private static final UUID GUID = UUID.fromString("975f44d9-0d08-43fd-8b3e-127ca8afff9d");
    private static final int WINUSB_LENGTH = 20;
    private static final int GUIDS_LENGTH = 132;

    private static final MsOs20Feature LARGE = new MsOs20RegistryPropertyDescriptor("N", List.of("x".repeat(32_000)));

    @Test
    void hasTheBytesOfTheSpecification() {
        MsOs20DescriptorSet set = new MsOs20DescriptorSet(
                0x06030000,
                List.of(),
                List.of(new MsOs20ConfigurationSubset(
                        0, List.of(new MsOs20FunctionSubset(2, List.of(MsOs20CompatibleIdDescriptor.WINUSB))))));

        assertThat(set.bytes().array())
                .containsExactly(
                        10, // set header: wLength
                        0, 0, // wDescriptorType
                        0, 0x00, // dwWindowsVersion
                        0x00, 0x03, 0x06, 46, // wTotalLength
                        0, 8, // configuration subset header: wLength
                        0, 1, // wDescriptorType
                        0, 0, // bConfigurationValue
                        0, // bReserved
                        36, // wTotalLength
                        0, 8, // function subset header: wLength
                        0, 2, // wDescriptorType
                        0, 2, // bFirstInterface
                        0, // bReserved
                        28, // wSubsetLength
                        0, 20, // compatible ID: wLength
                        0, 3, // wDescriptorType
                        0, 'W', // CompatibleID
                        'I', 'N', 'U', 'S', 'B', 0, 0, //
                        0, // SubCompatibleID
                        0, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void forOneInterfaceTellsItOfTheWholeDevice() {
        byte[] set = MsOs20DescriptorSet.winUsb(GUID).bytes().array();

        assertThat(set)
                .hasSize(10 + WINUSB_LENGTH + GUIDS_LENGTH)
                .startsWith(10, 0, 0, 0, 0, 0, 3, 6, 162, 0)
                .endsWith(guids());
        assertThat(Arrays.copyOfRange(set, 10, 30)).isEqualTo(winUsb());
    }

    @Test
    void forSeveralInterfacesTellsItOfEachFunction() {
        byte[] set = MsOs20DescriptorSet.winUsb(GUID, List.of(0, 2)).bytes().array();

        assertThat(set)
                .startsWith(10, 0, 0, 0, 0, 0, 3, 6, 82, 1, 8, 0, 1, 0, 0, 0, 72, 1)
                .hasSize(338);
        assertThat(Arrays.copyOfRange(set, 18, 26)).containsExactly(8, 0, 2, 0, 0, 0, 160, 0);
        assertThat(Arrays.copyOfRange(set, 26, 46)).isEqualTo(winUsb());
        assertThat(Arrays.copyOfRange(set, 46, 178)).isEqualTo(guids());
        assertThat(Arrays.copyOfRange(set, 178, 186)).containsExactly(8, 0, 2, 0, 2, 0, 160, 0);
        assertThat(Arrays.copyOfRange(set, 186, 338)).startsWith(winUsb()).endsWith(guids());
    }

    @Test
    void refusesAWindowsVersionOfMoreThanFourBytes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MsOs20DescriptorSet(0x1_0000_0000L, List.of(), List.of()))
                .withMessageStartingWith("dwWindowsVersion is 4294967296");
    }

    @Test
    void refusesMoreThanWTotalLengthCanCount() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MsOs20DescriptorSet(0, Collections.nCopies(2, LARGE), List.of()))
                .withMessageStartingWith("wTotalLength is ");
    }

    @Test
    void refusesAConfigurationSubsetThatIsTooLong() {
        MsOs20FunctionSubset function = new MsOs20FunctionSubset(0, List.of(LARGE));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MsOs20ConfigurationSubset(0, List.of(function, function)))
                .withMessageStartingWith("wTotalLength is ");
    }

    @Test
    void refusesAFunctionSubsetThatIsTooLong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MsOs20FunctionSubset(0, List.of(LARGE, LARGE)))
                .withMessageStartingWith("wSubsetLength is ");
    }

    @Test
    void refusesNumbersOfMoreThanOneByte() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MsOs20ConfigurationSubset(256, List.of()))
                .withMessageStartingWith("bConfigurationValue is 256");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MsOs20FunctionSubset(256, List.of()))
                .withMessageStartingWith("bFirstInterface is 256");
    }

    private static byte[] winUsb() {
        return MsOs20CompatibleIdDescriptor.WINUSB.bytes().array();
    }

    private static byte[] guids() {
        return MsOs20RegistryPropertyDescriptor.deviceInterfaceGuids(GUID)
                .bytes()
                .array();
    }
}
