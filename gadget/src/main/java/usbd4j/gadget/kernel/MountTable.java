package usbd4j.gadget.kernel;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The mounts of this process (proc_pid_mounts(5)).
 *
 * @param file the table, one line per mount: source, directory, type and more, separated by blanks
 */
public record MountTable(Path file) {
    /** The table of this process. */
    public static final MountTable OWN = new MountTable(Path.of("/proc/self/mounts"));

    private static final int SOURCE = 0;
    private static final int DIRECTORY = 1;
    private static final int TYPE = 2;
    private static final int OPTIONS = 3;

    /** White space and backslashes in names are escaped with three octal digits. */
    private static final Pattern ESCAPED = Pattern.compile("\\\\([0-7]{3})");

    /**
     * {@return the mount points of a file system, the latest first}
     *
     * @param type the type of the file system
     * @param source the name of the instance
     */
    public List<Path> directories(String type, String source) {
        return directories(
                fields -> fields[TYPE].equals(type) && unescaped(fields[SOURCE]).equals(source));
    }

    /**
     * {@return the mount points of a file system of any source, the latest first}
     *
     * @param type the type of the file system
     */
    public List<Path> directories(String type) {
        return directories(fields -> fields[TYPE].equals(type));
    }

    /**
     * {@return whether something is mounted on a directory}
     *
     * @param directory the directory
     */
    public boolean isMounted(Path directory) {
        return directories(fields -> true).contains(directory);
    }

    /**
     * {@return the mount point of the file system in which a file is, if programs must not be run from there}
     *
     * @param path the file's path, without symbolic links
     */
    public Optional<Path> withoutExecution(Path path) {
        Optional<Path> place = Optional.empty();
        boolean mayRun = true;
        for (String[] fields : rows()) {
            Optional<Path> directory = directory(fields).filter(path::startsWith);
            // Of two at one place the later hides the other.
            if (directory.isPresent()
                    && directory.get().getNameCount()
                            >= place.map(Path::getNameCount).orElse(0)) {
                place = directory;
                mayRun = !List.of(fields[OPTIONS].split(",")).contains("noexec");
            }
        }
        return mayRun ? Optional.empty() : place;
    }

    private List<Path> directories(Predicate<String[]> wanted) {
        List<Path> directories = new ArrayList<>();
        for (String[] fields : rows()) {
            if (wanted.test(fields)) {
                directory(fields).ifPresent(directories::add);
            }
        }
        Collections.reverse(directories);
        return directories;
    }

    /** {@return the mount point; empty if its name has characters that this process's locale has not} */
    private static Optional<Path> directory(String[] fields) {
        try {
            return Optional.of(Path.of(unescaped(fields[DIRECTORY])));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** {@return the fields of each line} */
    private List<String[]> rows() {
        // A byte is a character: a name may be no UTF-8.
        try (Stream<String> lines = Files.lines(file, ISO_8859_1)) {
            return lines.map(line -> line.split(" ")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static String unescaped(String name) {
        String bytes = ESCAPED.matcher(name)
                .replaceAll(match -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(match.group(1), 8))));
        return new String(bytes.getBytes(ISO_8859_1), UTF_8);
    }
}
