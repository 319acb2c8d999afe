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
 * What is mounted, as this process sees it (proc_pid_mounts(5)).
 *
 * @param file the table, a line for each mount: source, directory, type and more, with blanks between
 */
record MountTable(Path file) {
    /** The table of this process. */
    static final MountTable OWN = new MountTable(Path.of("/proc/self/mounts"));

    /** White space and backslashes in names are written as three octal digits. */
    private static final Pattern ESCAPED = Pattern.compile("\\\\([0-7]{3})");

    /**
     * {@return the directories where something is mounted, the latest first}
     *
     * @param type its file system
     * @param source which one of that file system
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
