package usbd4j.gadget.configfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.GadgetException;
import usbd4j.stack.descriptor.Speed;
import usbd4j.stack.linux.LinuxException;

/** A gadget's tree, in a directory in place of configfs. */
class GadgetTest {
    @TempDir
    private Path gadgets;

    private Path directory;
    private Gadget gadget;

    @BeforeEach
    void make() throws IOException {
        directory = Files.createDirectories(gadgets.resolve("g1"));
        Files.createDirectories(directory.resolve("functions"));
        Files.createDirectories(directory.resolve("configs"));
        Files.writeString(directory.resolve("UDC"), "\n");
        gadget = new Gadget(gadgets, new GadgetName("g1"));
    }

    @Test
    void existsIfItHasADirectory() {
        assertThat(gadget.exists()).isTrue();
        assertThat(new Gadget(gadgets, new GadgetName("g2")).exists()).isFalse();
    }

    @Test
    void bindingWritesTheControllersName() {
        gadget.bind("dummy_udc.0");

        assertThat(directory.resolve("UDC")).hasContent("dummy_udc.0");
        assertThat(gadget.controller()).isEqualTo("dummy_udc.0");
    }

    @Test
    void theFastestSpeedHasTheKernelsName() throws IOException {
        Files.writeString(directory.resolve("max_speed"), "super-speed-plus\n");

        gadget.setFastest(Speed.FULL);

        assertThat(directory.resolve("max_speed")).hasContent("full-speed");
    }

    @Test
    void withoutTheAttributeThereIsNoFastestSpeed() {
        assertThatExceptionOfType(GadgetException.class)
                .isThrownBy(() -> gadget.setFastest(Speed.FULL))
                .withMessage(
                        "The kernel's gadgets have no highest speed (there is no %s/max_speed); run without --speed",
                        directory)
                .matches(thrown -> thrown.status() == ExitStatus.NO_KERNEL_SUPPORT);
        assertThat(directory.resolve("max_speed")).doesNotExist();
    }

    @Test
    void unbindingWritesAnEmptyLine() {
        gadget.bind("dummy_udc.0");
        gadget.unbind();

        assertThat(directory.resolve("UDC")).hasContent("\n");
        assertThat(gadget.controller()).isEmpty();
    }

    @Test
    void withOurFunctionItIsOurs() throws IOException {
        Files.createDirectory(directory.resolve("functions/ffs.usbd4j.g1"));
        Files.createDirectory(directory.resolve("configs/c.1"));

        assertThat(gadget.isOurs()).isTrue();
    }

    @Test
    void withNothingInItItMayAsWellBeOurs() {
        assertThat(gadget.isOurs()).isTrue();
    }

    @Test
    void withAnotherFunctionItIsSomebodyElses() throws IOException {
        Files.createDirectory(directory.resolve("functions/acm.usb0"));

        assertThat(gadget.isOurs()).isFalse();
        assertThatExceptionOfType(GadgetException.class)
                .isThrownBy(gadget::requireAbandoned)
                .withMessageContaining("a gadget \"g1\" that usbd4j did not make")
                .withMessageContaining("--name")
                .matches(failure -> failure.status() == ExitStatus.NAME_TAKEN);
    }

    @Test
    void boundItIsInUse() {
        gadget.bind("dummy_udc.0");

        assertThatExceptionOfType(GadgetException.class)
                .isThrownBy(gadget::requireAbandoned)
                .withMessageContaining("\"g1\" is in use: it is bound to dummy_udc.0")
                .matches(failure -> failure.status() == ExitStatus.NAME_TAKEN);
    }

    @Test
    void oursAndUnboundItIsAbandoned() {
        assertThatNoException().isThrownBy(gadget::requireAbandoned);
    }

    @Test
    void removingUnlinksTheConfigurationOfWindowsFirst() throws IOException {
        Path link = Files.createDirectory(directory.resolve("os_desc")).resolve("c.1");
        Files.createSymbolicLink(link, Files.createDirectory(directory.resolve("configs/c.1")));

        // A directory that is none of configfs is not removed with the attributes in it.
        assertThatExceptionOfType(LinuxException.class)
                .isThrownBy(gadget::remove)
                .withMessageContaining("remove directory " + directory);
        assertThat(link).doesNotExist();
        assertThat(directory.resolve("configs")).isEmptyDirectory();
    }

    @Test
    void whatDoesNotExistIsRemovedWithoutMoreAdo() {
        Gadget other = new Gadget(gadgets, new GadgetName("g2"));
        other.remove();

        assertThat(directory).exists();
    }
}
