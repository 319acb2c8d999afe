package usbd4j.gadget.configfs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.GadgetException;
import usbd4j.gadget.Persona;
import usbd4j.gadget.SystemFile;
import usbd4j.gadget.device.AttributeValue;
import usbd4j.gadget.device.KernelFunction;
import usbd4j.stack.UsbException;
import usbd4j.stack.descriptor.UsbString;
import usbd4j.stack.linux.LinuxFiles;

/**
 * The file beside the mount point of a gadget that was created beforehand, which says for which device. All is in it but the release
 * number, which comes with the firmware.
 *
 * @param file one line for each thing that a host would see
 */
record CreatedFor(Path file) {
    /** {@return the file of the gadget whose FunctionFS is mounted there} */
    static CreatedFor beside(Path functionFs) {
        return new CreatedFor(Path.of(functionFs.toAbsolutePath().normalize() + ".created-for"));
    }

    boolean exists() {
        return Files.exists(file);
    }

    void write(Persona persona) {
        try {
            Files.write(file, lines(persona));
        } catch (IOException e) {
            throw new UsbException("cannot write %s: %s".formatted(file, e.getMessage()), e);
        }
        // For every user, whatever the umask is.
        LinuxFiles.allow(file, "rw-r--r--");
    }

    void remove() {
        if (exists()) {
            LinuxFiles.remove(file);
        }
    }

    /**
     * Checks that the gadget was created for a persona.
     *
     * @throws GadgetException if it was for another; the message has the first thing that differs
     */
    void require(Persona persona) {
        List<String> there = SystemFile.lines(file);
        List<String> here = lines(persona);
        if (!there.equals(here)) {
            throw new GadgetException(
                    ExitStatus.NOT_CREATED,
                    "The gadget was created for another device: %s has %s, and this run %s. Create it again with the options of this run"
                            .formatted(file, first(there, here), first(here, there)));
        }
    }

    /** {@return the first of some lines that is not among others} */
    private static String first(List<String> lines, List<String> others) {
        return lines.stream().filter(line -> !others.contains(line)).findFirst().orElse("no such thing");
    }

    private static List<String> lines(Persona persona) {
        List<String> lines = new ArrayList<>();
        lines.add("idVendor 0x%04x".formatted(persona.identity().idVendor()));
        lines.add("idProduct 0x%04x".formatted(persona.identity().idProduct()));
        string("iManufacturer", persona.identity().manufacturer()).forEach(lines::add);
        string("iProduct", persona.identity().product()).forEach(lines::add);
        string("iSerialNumber", persona.identity().serialNumber()).forEach(lines::add);
        for (KernelFunction function : persona.kernelFunctions()) {
            lines.add("function %s".formatted(function));
            function.attributes()
                    .forEach((name, value) -> lines.add("%s/%s=%s"
                            .formatted(
                                    function,
                                    name,
                                    value instanceof AttributeValue.Bytes bytes ? bytes.hex() : value)));
        }
        lines.add(persona.driverless().winUsb() ? "WinUSB" : "no WinUSB");
        persona.driverless().landingPage().ifPresent(page -> lines.add("landing page " + page));
        lines.replaceAll(line -> line.replaceAll("\\R", "\\\\n"));
        return lines;
    }

    private static Stream<String> string(String name, Optional<UsbString> string) {
        return string.stream()
                .flatMap(each -> each.texts().entrySet().stream())
                .map(text -> "%s \"%s\" (0x%04x)".formatted(name, text.getValue(), text.getKey()));
    }
}
