package usbd4j.gadget.configfs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import usbd4j.gadget.Board;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.GadgetException;
import usbd4j.gadget.Persona;
import usbd4j.gadget.device.KernelFunction;
import usbd4j.gadget.kernel.KernelSupport;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.descriptor.UsbString;
import usbd4j.stack.linux.Errno;
import usbd4j.stack.linux.LinuxException;
import usbd4j.stack.linux.LinuxFiles;

/** Writes a persona into configfs. */
final class GadgetTree {
    private static final String CONFIGURATION = "configs/c.1";
    private static final String MA_FROM_THE_BUS = "100";

    private final Path root;

    private GadgetTree(Path root) {
        this.root = root;
    }

    /**
     * Creates the tree of a gadget.
     *
     * @param board the paths of the board
     * @param root the gadget's directory, which must not exist
     * @param functionFs the directory of its FunctionFS function
     * @param persona the device as the host sees it
     */
    static void make(Board board, Path root, Path functionFs, Persona persona) {
        LinuxFiles.makeDirectory(root);
        GadgetTree tree = new GadgetTree(root);
        // First, because it marks even an incomplete gadget as made by this program.
        tree.makeFunction(
                functionFs, e -> new KernelSupport(board).noFunctionFs().exception(e));
        tree.identity(persona.identity());
        LinuxFiles.makeDirectory(root.resolve(CONFIGURATION));
        tree.write(CONFIGURATION + "/MaxPower", MA_FROM_THE_BUS);
        for (KernelFunction function : persona.kernelFunctions()) {
            Path directory = root.resolve("functions").resolve(function.toString());
            tree.makeFunction(directory, e -> noFunction(function.kind(), e));
            FunctionTree.write(directory, function);
            tree.use(directory);
        }
        tree.use(functionFs);
        new DriverlessAttributes(root).write(persona, root.resolve(CONFIGURATION));
    }

    /**
     * {@return the number of strings that the gadget has before those of its FunctionFS; empty if the kernel's functions,
     * which come first, have strings of their own}
     */
    static OptionalInt stringsBefore(Persona persona) {
        if (!persona.kernelFunctions().isEmpty()) {
            return OptionalInt.empty();
        }
        // A gadget with a string in any language has an index for all three.
        return OptionalInt.of(languages(persona.identity()).isEmpty() ? 0 : 3);
    }

    private void identity(Identity identity) {
        number("idVendor", identity.idVendor());
        number("idProduct", identity.idProduct());
        number("bcdDevice", identity.bcdDevice());
        number("bcdUSB", 0x0200);
        for (int language : languages(identity)) {
            String strings = "strings/0x%x".formatted(language);
            LinuxFiles.makeDirectory(root.resolve(strings));
            text(strings + "/manufacturer", identity.manufacturer(), language);
            text(strings + "/product", identity.product(), language);
            text(strings + "/serialnumber", identity.serialNumber(), language);
        }
    }

    private static SortedSet<Integer> languages(Identity identity) {
        SortedSet<Integer> languages = new TreeSet<>();
        for (Optional<UsbString> string :
                List.of(identity.manufacturer(), identity.product(), identity.serialNumber())) {
            if (string.isPresent()) {
                languages.addAll(string.get().texts().keySet());
            }
        }
        return languages;
    }

    private static GadgetException noFunction(String kind, LinuxException cause) {
        return new GadgetException(
                ExitStatus.NO_KERNEL_SUPPORT,
                "The kernel has no function \"%s\" (modprobe usbfunc:%1$s); its module is missing or the name is wrong"
                        .formatted(kind),
                cause);
    }

    private void makeFunction(Path directory, Function<LinuxException, GadgetException> missing) {
        try {
            LinuxFiles.makeDirectory(directory);
        } catch (LinuxException e) {
            if (e.is(Errno.ENOENT) || e.is(Errno.EINVAL)) {
                throw missing.apply(e);
            }
            throw e;
        }
    }

    private void use(Path function) {
        LinuxFiles.link(root.resolve(CONFIGURATION).resolve(function.getFileName()), function);
    }

    private void number(String attribute, int value) {
        write(attribute, "0x%04x".formatted(value));
    }

    private void text(String attribute, Optional<UsbString> string, int language) {
        if (string.isPresent()) {
            write(attribute, string.get().in(language));
        }
    }

    private void write(String attribute, String value) {
        LinuxFiles.write(root.resolve(attribute), value);
    }
}
