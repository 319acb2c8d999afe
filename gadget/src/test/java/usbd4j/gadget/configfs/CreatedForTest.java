package usbd4j.gadget.configfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.GadgetException;
import usbd4j.gadget.Persona;
import usbd4j.gadget.device.AttributeValue;
import usbd4j.gadget.device.Driverless;
import usbd4j.gadget.device.KernelFunction;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.descriptor.UsbString;

class CreatedForTest {
    private static final UsbString PRODUCT = UsbString.of("two lines").with(0x0407, "zwei\nZeilen");
    private static final KernelFunction MOUSE =
            new KernelFunction("hid", "usb0", Map.of("report_desc", new AttributeValue.Bytes("05 01")));

    @TempDir
    private Path directory;

    private CreatedFor created;

    @BeforeEach
    void beside() {
        created = CreatedFor.beside(directory.resolve("usbd4j"));
    }

    @Test
    void isNotThereUntilItIsWrittenNorWhenItIsRemoved() {
        assertThat(created.exists()).isFalse();
        created.write(persona(PRODUCT, MOUSE));
        assertThat(created.exists()).isTrue();
        created.remove();
        created.remove();

        assertThat(created.exists()).isFalse();
    }

    @Test
    void theSameDeviceMayHaveAnyRelease() {
        created.write(persona(PRODUCT, MOUSE));
        created.require(persona(PRODUCT, MOUSE).withRelease(0x0999));

        assertThat(created.file()).hasFileName("usbd4j.created-for");
    }

    static Stream<Arguments> others() {
        Persona persona = persona(PRODUCT, MOUSE);
        return Stream.of(
                Arguments.of(
                        new Persona(persona.identity().withProduct(3), persona.kernelFunctions()),
                        "has idProduct 0x0001, and this run idProduct 0x0003"),
                Arguments.of(
                        persona(UsbString.of("one"), MOUSE),
                        "has iProduct \"zwei\\nZeilen\" (0x0407), and this run iProduct \"one\" (0x0409)"),
                Arguments.of(
                        persona(PRODUCT, KernelFunction.of("hid.usb0")),
                        "has hid.usb0/report_desc=0501, and this run no such thing"),
                Arguments.of(
                        new Persona(
                                persona.identity(), persona.kernelFunctions(), new Driverless(true, Optional.empty())),
                        "has no WinUSB, and this run WinUSB"),
                Arguments.of(
                        new Persona(
                                persona.identity(),
                                persona.kernelFunctions(),
                                new Driverless(false, Optional.of(URI.create("https://example.org")))),
                        "has no such thing, and this run landing page https://example.org"));
    }

    @ParameterizedTest
    @MethodSource("others")
    void namesTheFirstThingThatDiffers(Persona other, String difference) {
        created.write(persona(PRODUCT, MOUSE));

        assertThatExceptionOfType(GadgetException.class)
                .isThrownBy(() -> created.require(other))
                .withMessageContaining(difference)
                .withMessageEndingWith("Create it again with the options of this run")
                .matches(failure -> failure.status() == ExitStatus.NOT_CREATED);
    }

    private static Persona persona(UsbString product, KernelFunction function) {
        Identity identity = new Identity(0x1209, 1, 0x0100, Optional.empty(), Optional.of(product), Optional.empty());
        return new Persona(identity, List.of(function));
    }
}
