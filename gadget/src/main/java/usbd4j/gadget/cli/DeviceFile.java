package usbd4j.gadget.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** A device in a file of its own: options of {@code usbd4j run}, a line each, in TOML. */
final class DeviceFile {
    private final TomlParseResult toml;
    private final CommandSpec run;

    private DeviceFile(TomlParseResult toml, CommandSpec run) {
        this.toml = toml;
        this.run = run;
    }

    /**
     * {@return the device in a file}
     *
     * @param file which
     * @param run the command whose options it holds
     * @throws IllegalArgumentException with a sentence for the user, if it cannot be read or anything in it is wrong
     */
    static DeviceFile read(Path file, CommandSpec run) {
        DeviceFile device = new DeviceFile(parsed(file), run);
        List<String> mistakes = Stream.concat(
                        device.toml.errors().stream()
                                .map(error ->
                                        "line %d: %s".formatted(error.position().line(), error.getMessage())),
                        device.mistakes().stream())
                .toList();
        if (!mistakes.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s is no device file:%n  %s".formatted(file, String.join("%n  ".formatted(), mistakes)));
        }
        return device;
    }

    private static TomlParseResult parsed(Path file) {
        try {
            return Toml.parse(Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException(
                    "there is no device file %s; \"usbd4j device template dfu\" prints one".formatted(file), e);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read the device file %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private List<String> mistakes() {
        List<String> mistakes = new ArrayList<>();
        for (String name : toml.keySet()) {
            try {
                arguments(name, option -> true);
            } catch (IllegalArgumentException e) {
                mistakes.add("line %d: %s".formatted(line(name), e.getMessage()));
            }
        }
        return mistakes;
    }

    private int line(String name) {
        return Optional.ofNullable(toml.inputPositionOf(List.of(name)))
                .map(position -> position.line())
                .orElse(1);
    }

    /** {@return how many options it holds} */
    int size() {
        return toml.size();
    }

    /**
     * {@return the same on a command line}
     *
     * @param isWanted which options are
     */
    List<String> arguments(Predicate<OptionSpec> isWanted) {
        return toml.keySet().stream().flatMap(name -> arguments(name, isWanted)).toList();
    }

    private Stream<String> arguments(String name, Predicate<OptionSpec> isWanted) {
        DeviceKey key = DeviceKey.of(name, run);
        Object value = toml.get(List.of(name));
        return value == null || !isWanted.test(key.option()) ? Stream.empty() : key.arguments(value).stream();
    }
}
