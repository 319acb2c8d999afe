package usbd4j.gadget.configfs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The mounts of this process (proc_pid_mounts(5)).
 *
 * @param file the table, one line per mount: source, directory, type and more, separated by blanks
 */
record MountTable(Path file) {
    /** The table of this process. */
    static final MountTable OWN = new MountTable(Path.of("/proc/self/mounts"));

    /** White space and backslashes in names are escaped with three octal digits. */
    private static final Pattern ESCAPED = Pattern.compile("\\\\([0-7]{3})");

    /**
     * {@return the mount points of a file system, the latest first}
     *
     * @param type the type of the file system
     * @param source the name of the instance
     */
    List<Path> directories(String type, String source) {
        try (Stream<String> lines = Files.lines(file)) {
            List<Path> directories = lines.map(line -> line.split(" "))
                    .filter(fields ->
                            fields[2].equals(type) && unescaped(fields[0]).equals(source))
                    .map(fields -> Path.of(unescaped(fields[1])))
                    .collect(Collectors.toList());
            Collections.reverse(directories);
            return directories;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static String unescaped(String name) {
        return ESCAPED.matcher(name)
                .replaceAll(match -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(match.group(1), 8))));
    }
}
