package usbd4j.gadget.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
        Optional<String[]> mount = rows().stream()
                .filter(fields -> path.startsWith(directory(fields)))
                // Of two at one place the later hides the other.
                .reduce((one, other) ->
                        directory(other).getNameCount() >= directory(one).getNameCount() ? other : one);
        return mount.filter(fields -> List.of(fields[OPTIONS].split(",")).contains("noexec"))
                .map(MountTable::directory);
    }

    private List<Path> directories(Predicate<String[]> wanted) {
        List<Path> directories =
                rows().stream().filter(wanted).map(MountTable::directory).collect(Collectors.toList());
        Collections.reverse(directories);
        return directories;
    }

    private static Path directory(String[] fields) {
        return Path.of(unescaped(fields[DIRECTORY]));
    }

    /** {@return the fields of each line} */
    private List<String[]> rows() {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(line -> line.split(" ")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static String unescaped(String name) {
        return ESCAPED.matcher(name)
                .replaceAll(match -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(match.group(1), 8))));
    }
}
