package usbd4j.gadget.configfs;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.GadgetException;
import usbd4j.gadget.Spelling;
import usbd4j.gadget.device.AttributeValue;
import usbd4j.gadget.device.KernelFunction;
import usbd4j.stack.linux.Errno;
import usbd4j.stack.linux.LinuxException;
import usbd4j.stack.linux.LinuxFiles;

/** The configfs directory of a function that the kernel implements. */
final class FunctionTree {
    private static final Logger LOG = System.getLogger(FunctionTree.class.getName());

    private final Path directory;
    private final KernelFunction function;

    private FunctionTree(Path directory, KernelFunction function) {
        this.directory = directory;
        this.function = function;
    }

    /**
     * Writes a function's attributes, in the order given.
     *
     * @param directory the function's directory, which must exist and not be linked to a configuration yet
     * @param function the function and its attributes
     * @throws GadgetException if the kernel rejects one of them
     */
    static void write(Path directory, KernelFunction function) {
        FunctionTree tree = new FunctionTree(directory, function);
        function.attributes().forEach(tree::write);
        tree.warnOfReportLength();
    }

    /**
     * Removes a function's directory, after the directories that were made in it. Directories made by the kernel disappear
     * with the function and cannot be removed before.
     */
    static void remove(Path function) {
        removeWithin(function);
        LinuxFiles.removeDirectory(function);
    }

    private static void removeWithin(Path parent) {
        for (Path child : children(parent)) {
            if (Files.isSymbolicLink(child)) {
                LinuxFiles.remove(child);
            } else if (Files.isDirectory(child)) {
                removeWithin(child);
                removeIfMade(child);
            }
        }
    }

    private static void removeIfMade(Path directory) {
        try {
            LinuxFiles.removeDirectory(directory);
        } catch (LinuxException e) {
            // Directories made by the kernel cannot be removed.
            if (!e.is(Errno.EPERM)) {
                throw e;
            }
        }
    }

    private void write(String attribute, AttributeValue value) {
        Path file = directory.resolve(attribute);
        makeParents(parent(file), attribute);
        if (!Files.isRegularFile(file)) {
            throw noSuch(attribute, file);
        }
        try {
            LinuxFiles.write(file, value.written());
        } catch (LinuxException e) {
            throw refused(attribute, value, e);
        }
    }

    private void makeParents(Path parent, String attribute) {
        if (parent.equals(directory) || Files.isDirectory(parent)) {
            return;
        }
        makeParents(parent(parent), attribute);
        try {
            LinuxFiles.makeDirectory(parent);
        } catch (LinuxException e) {
            throw failed(
                    "Cannot make %s for attribute %s of function %s: %s%s"
                            .formatted(
                                    directory.relativize(parent),
                                    attribute,
                                    function,
                                    e.errnoInWords(),
                                    there(parent(parent))),
                    e);
        }
    }

    private GadgetException noSuch(String attribute, Path file) {
        Path parent = parent(file);
        String name = file.getFileName().toString();
        // A directory has this name, so it is not an attribute.
        Optional<String> meant = Spelling.closest(name, names(parent)).filter(each -> !each.equals(name));
        return failed(
                "Function %s has no attribute %s%s%s"
                        .formatted(
                                function,
                                attribute,
                                there(parent),
                                meant.map(each -> "; did you mean %s?"
                                                .formatted(directory.relativize(parent.resolve(each))))
                                        .orElse("")),
                null);
    }

    private GadgetException refused(String attribute, AttributeValue value, LinuxException e) {
        String advice = e.is(Errno.EACCES)
                ? "; the kernel only shows it"
                : AttributeRange.of(function.kind(), attribute)
                        .map("; it takes %s"::formatted)
                        .orElse("");
        return failed(
                "The kernel does not take %s for attribute %s of function %s: %s%s"
                        .formatted(value, attribute, function, e.errnoInWords(), advice),
                e);
    }

    private static GadgetException failed(String sentence, @Nullable LinuxException cause) {
        return cause == null
                ? new GadgetException(ExitStatus.FAILURE, sentence)
                : new GadgetException(ExitStatus.FAILURE, sentence, cause);
    }

    /** {@return the names in a directory, as the end of a sentence} */
    private static String there(Path parent) {
        List<String> names = names(parent);
        return names.isEmpty() ? "; the kernel shows none there" : "; there is " + String.join(", ", names);
    }

    private static Path parent(Path within) {
        return requireNonNull(within.getParent());
    }

    private static List<String> names(Path parent) {
        return children(parent).stream()
                .map(child -> child.getFileName().toString())
                .toList();
    }

    private static List<Path> children(Path parent) {
        try (Stream<Path> children = Files.list(parent)) {
            return children.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + parent, e);
        }
    }

    /** With report_length 0 f_hid cannot queue its first request, and SET_CONFIGURATION fails. */
    private void warnOfReportLength() {
        Path length = directory.resolve("report_length");
        if (function.kind().equals("hid") && LinuxFiles.read(length).equals("0")) {
            LOG.log(Level.WARNING, "{0} has report_length 0: hosts cannot configure it", function);
        }
    }
}
