package usbd4j.gadget.configfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.GadgetException;
import usbd4j.gadget.Persona;
import usbd4j.gadget.device.Driverless;
import usbd4j.stack.descriptor.Identity;

/** A gadget's attributes, in a directory in place of configfs. */
class DriverlessAttributesTest {
    private static final Optional<URI> PAGE = Optional.of(URI.create("https://example.org/a"));
    private static final Optional<URI> NO_PAGE = Optional.empty();

    @TempDir
    private Path gadget;

    private Path configuration;

    @BeforeEach
    void make() throws IOException {
        configuration = Files.createDirectories(gadget.resolve("configs/c.1"));
    }

    @Test
    void windowsIsTold() throws IOException {
        Path osDesc = attributes("os_desc", "use", "qw_sign", "b_vendor_code");
        write(true, NO_PAGE);

        assertThat(osDesc.resolve("qw_sign")).hasContent("MSFT100");
        assertThat(osDesc.resolve("b_vendor_code")).hasContent("0x4d");
        assertThat(osDesc.resolve("use")).hasContent("1");
        assertThat(Files.readSymbolicLink(osDesc.resolve("c.1"))).isEqualTo(configuration);
    }

    @Test
    void browsersAreTold() throws IOException {
        Path webUsb = attributes("webusb", "use", "bcdVersion", "bVendorCode", "landingPage");
        write(false, PAGE);

        assertThat(webUsb.resolve("bcdVersion")).hasContent("0x0100");
        assertThat(webUsb.resolve("bVendorCode")).hasContent("0x57");
        assertThat(webUsb.resolve("landingPage")).hasContent("https://example.org/a");
        assertThat(webUsb.resolve("use")).hasContent("1");
    }

    @Test
    void whoWantsNothingNeedsNothing() {
        write(false, NO_PAGE);

        assertThat(gadget.resolve("os_desc")).doesNotExist();
        assertThat(gadget.resolve("webusb")).doesNotExist();
    }

    @Test
    void aKernelWithoutWebUsbIsNamed() {
        assertThatExceptionOfType(GadgetException.class)
                .isThrownBy(() -> write(false, PAGE))
                .withMessage(
                        "The kernel's gadgets have no WebUSB, which Linux has from about 6.3 on (there is no %s/webusb); run without --landing-page",
                        gadget)
                .matches(failure -> failure.status() == ExitStatus.NO_KERNEL_SUPPORT);
    }

    @Test
    void aKernelWithoutMicrosoftOsDescriptorsIsNamed() {
        assertThatExceptionOfType(GadgetException.class)
                .isThrownBy(() -> write(true, NO_PAGE))
                .withMessageContaining("no Microsoft OS descriptors")
                .withMessageContaining("run without --winusb")
                .matches(failure -> failure.status() == ExitStatus.NO_KERNEL_SUPPORT);
    }

    private void write(boolean winUsb, Optional<URI> landingPage) {
        Persona persona = new Persona(Identity.of(0x1209, 0x0001), List.of(), new Driverless(winUsb, landingPage));
        new DriverlessAttributes(gadget).write(persona, configuration);
    }

    private Path attributes(String directory, String... names) throws IOException {
        Path made = Files.createDirectory(gadget.resolve(directory));
        for (String name : names) {
            Files.createFile(made.resolve(name));
        }
        return made;
    }
}
