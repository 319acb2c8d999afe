package usbd4j.stack.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Associations, alternate settings, several configurations and super speed, byte by byte. */
class NumberingTest {
    private static final Identity IDENTITY = Identity.of(0x1209, 0x0001);

    @Test
    void anAssociationComesBeforeItsFirstInterface() {
        InterfaceAssociation association = new InterfaceAssociation(2, 0x02, 0x02, 0x01, Optional.empty());
        Descriptors descriptors = Descriptors.of(
                IDENTITY,
                List.of(
                        UsbInterface.of(0xFF, 0, 0),
                        UsbInterface.of(0x02, 2, 1).beginning(association),
                        UsbInterface.of(0x0A, 0, 0)));

        assertThat(descriptors
                        .configuration()
                        .descriptors(Speed.HIGH)
                        .get(1)
                        .bytes()
                        .array())
                .containsExactly(
                        8, // bLength
                        11, // bDescriptorType
                        1, // bFirstInterface
                        2, // bInterfaceCount
                        2, // bFunctionClass
                        2, // bFunctionSubClass
                        1, // bFunctionProtocol
                        0); // iFunction
        assertThat(descriptors.device().bDeviceClass()).isEqualTo(0xEF);
        assertThat(descriptors.device().bDeviceSubClass()).isEqualTo(2);
        assertThat(descriptors.device().bDeviceProtocol()).isEqualTo(1);
    }

    @Test
    void refusesAnAssociationPastTheLastInterface() {
        InterfaceAssociation association = new InterfaceAssociation(2, 0x02, 0x02, 0x01, Optional.empty());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Descriptors.of(
                        IDENTITY, List.of(UsbInterface.of(2, 2, 1).beginning(association))))
                .withMessage(
                        "the interface association that begins with interface 0 has 2 interfaces, but there is no interface 1");
    }

    @Test
    void aClassMayAskForANumberAndTheNextInterfaceCountsOn() {
        Configuration configuration = configuration(
                UsbInterface.of(0xFE, 1, 1).at(3),
                UsbInterface.of(0xFF, 0, 0),
                UsbInterface.of(0xFF, 0, 1).at(0));

        assertThat(configuration.interfaces())
                .extracting(NumberedInterface::bInterfaceNumber)
                .containsExactly(3, 4, 0);
        assertThat(configuration.header(Speed.HIGH).bNumInterfaces()).isEqualTo(3);
    }

    @Test
    void twoInterfacesWithOneNumberAreRefused() {
        assertThatExceptionOfType(DeclarationException.class)
                .isThrownBy(() -> configuration(
                        UsbInterface.of(0xFF, 0, 0), UsbInterface.of(0xFE, 1, 1).at(0)))
                .withMessage("UsbInterface.at: two interfaces would have the number 0")
                .satisfies(e -> assertThat(e.which()).isEqualTo(1));
    }

    @Test
    void aNumberHasOneByte() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UsbInterface.of(0xFF, 0, 0).at(256))
                .withMessageStartingWith("bInterfaceNumber is 256");
    }

    @Test
    void endpointsAndAssociationsFollowAnInterfaceToItsNumber() {
        InterfaceAssociation association = new InterfaceAssociation(2, 0x02, 0x02, 0x01, Optional.empty());
        Configuration configuration = configuration(
                UsbInterface.of(0x02, 2, 1).beginning(association).at(5),
                UsbInterface.of(0x0A, 0, 0).with(UsbEndpoint.bulkIn()));

        assertThat(configuration.bytes(Speed.FULL).array())
                .containsSubsequence(8, 11, 5, 2, 2, 2, 1, 0)
                .containsSubsequence(9, 4, 5, 0, 0, 2, 2, 1, 0)
                .containsSubsequence(9, 4, 6, 0, 1, 10, 0, 0, 0)
                .endsWith(7, 5, 0x81, 2, 64, 0, 0);
    }

    @Test
    void descriptorsThatPrecedeAnInterfaceComeBeforeAllItsSettings() {
        ConfigurationTest.Extra extra = new ConfigurationTest.Extra(0x21, 0xAA);
        AlternateSetting setting = AlternateSetting.of(0xFE, 1, 2);
        Configuration configuration =
                configuration(UsbInterface.of(setting, setting).precededBy(extra));

        assertThat(configuration.descriptors(Speed.HIGH))
                .extracting(Descriptor::bDescriptorType)
                .containsExactly(0x21, 4, 4);
        assertThat(configuration.extra(0, 0x21, 0)).contains(extra);
    }

    private static Configuration configuration(UsbInterface... interfaces) {
        return Descriptors.of(IDENTITY, List.of(interfaces)).configuration();
    }

    @Test
    void alternateSettingsOfAnInterfaceShareItsNumbers() {
        AlternateSetting pipe = AlternateSetting.of(0xFF, 0, 0).with(UsbEndpoint.bulkIn());
        Configuration configuration = Descriptors.of(
                        IDENTITY,
                        List.of(
                                UsbInterface.of(AlternateSetting.of(0xFF, 0, 0), pipe),
                                UsbInterface.of(0xFF, 0, 0).with(UsbEndpoint.bulkOut())))
                .configuration();

        assertThat(configuration.endpoints(Speed.HIGH))
                .extracting(EndpointDescriptor::bEndpointAddress)
                .containsExactly(0x81, 0x02);
        assertThat(configuration.interfaces().get(0).settings())
                .extracting(each -> each.descriptor().bAlternateSetting())
                .containsExactly(0, 1);
    }

    @Test
    void configurationsCountFromOne() {
        UsbConfiguration first =
                new UsbConfiguration(List.of(), new Power(true, true, 500), Optional.of(UsbString.of("first")));
        Descriptors descriptors =
                Descriptors.of(IDENTITY, List.of(first, UsbConfiguration.of(List.of())), List.of(), List.of());

        assertThat(descriptors.configurations().get(0).bytes(Speed.HIGH).array())
                .containsExactly(
                        9, // bLength
                        2, // bDescriptorType
                        9, // wTotalLength
                        0, 0, // bNumInterfaces
                        1, // bConfigurationValue
                        1, // iConfiguration
                        0xE0, // bmAttributes
                        250); // bMaxPower
        assertThat(descriptors.configurations().get(1).bConfigurationValue()).isEqualTo(2);
        assertThat(descriptors.device().bNumConfigurations()).isEqualTo(2);
    }

    @Test
    void atSuperSpeedEachEndpointHasACompanion() {
        Configuration configuration = Descriptors.of(
                        IDENTITY, List.of(UsbInterface.of(0xFF, 0, 0).with(UsbEndpoint.interruptIn(8, 1))))
                .configuration();

        assertThat(configuration.bytes(Speed.SUPER).array())
                .containsExactly(
                        9, // bLength
                        2, // bDescriptorType
                        31, // wTotalLength
                        0,
                        1, // bNumInterfaces
                        1, // bConfigurationValue
                        0, // iConfiguration
                        0x80, // bmAttributes
                        13, // bMaxPower, in units of 8 mA
                        //
                        9, // bLength
                        4, // bDescriptorType
                        0, // bInterfaceNumber
                        0, // bAlternateSetting
                        1, // bNumEndpoints
                        0xFF, // bInterfaceClass
                        0, // bInterfaceSubClass
                        0, // bInterfaceProtocol
                        0, // iInterface
                        //
                        7, // bLength
                        5, // bDescriptorType
                        0x81, // bEndpointAddress
                        3, // bmAttributes
                        8, // wMaxPacketSize
                        0,
                        4, // bInterval
                        //
                        6, // bLength
                        48, // bDescriptorType
                        0, // bMaxBurst
                        0, // bmAttributes
                        8, // wBytesPerInterval
                        0);
    }
}
