package usbd4j.gadget.devicefile;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tomlj.TomlParseResult;
import usbd4j.gadget.device.DeviceDescription;
import usbd4j.stack.UsbClass;

/** Reads device descriptions. */
public final class DeviceFile {
    private DeviceFile() {}

    /**
     * {@return a device}
     *
     * @param file describes it in TOML; without a file all keys have their defaults
     * @param overrides what the command line puts over the file
     * @throws IllegalArgumentException with a line for each mistake in either of them
     */
    public static DeviceDescription read(Optional<Path> file, Overrides overrides) {
        return read(file, overrides, Optional.empty());
    }

    /**
     * {@return a device that serves a class in place of DFU} The class is configured.
     *
     * @param file describes it in TOML; without a file all keys have their defaults
     * @param overrides what the command line puts over the file
     * @param function the class, if there is one
     * @throws IllegalArgumentException with a line for each mistake in either of them
     */
    public static DeviceDescription read(Optional<Path> file, Overrides overrides, Optional<UsbClass> function) {
        Reading reading = new Reading();
        Settings settings = file.map(each -> parsed(each, reading)).orElseGet(Settings::new);
        settings.merge(overrides.settings(), (before, now) -> {});
        DeviceDescription device = Table.read(settings, reading, DeviceTable.serving(function));
        List<Mistake> mistakes = Stream.concat(overrides.mistakes().stream(), reading.mistakes().stream())
                .toList();
        if (!mistakes.isEmpty()) {
            throw new IllegalArgumentException(
                    mistakes.stream().map(Mistake::toString).collect(Collectors.joining("%n".formatted())));
        }
        return device;
    }

    private static Settings parsed(Path file, Reading reading) {
        TomlParseResult toml = parsed(file);
        Document document = position -> new Origin("%s, line %d".formatted(file, position.line()), position.line());
        toml.errors()
                .forEach(error ->
                        reading.mistake(document.origin(error.position()), String.valueOf(error.getMessage())));
        return toml.hasErrors() ? new Settings() : Settings.of(toml, document);
    }

    private static TomlParseResult parsed(Path file) {
        try {
            return parsed(file, TomlText.read(file));
        } catch (NoSuchFileException e) {
            return builtIn(file, e);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "cannot read the device file %s: %s (%s)"
                            .formatted(file, e.getMessage(), e.getClass().getSimpleName()),
                    e);
        }
    }

    private static TomlParseResult parsed(Path file, String text) {
        try {
            return TomlText.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("cannot read the device file %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** A name without a slash or a dot may be that of a device file that comes with the program. */
    private static TomlParseResult builtIn(Path file, NoSuchFileException absence) {
        String name = file.toString();
        if (name.indexOf('/') >= 0 || name.indexOf('.') >= 0) {
            throw new IllegalArgumentException(
                    "there is no device file %s; \"usbd4j device template dfu\" prints one".formatted(file), absence);
        }
        return BuiltIn.find(name)
                .map(each -> TomlText.parse(each.text()))
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no device file %s, and no template or profile of that name; %s"
                                .formatted(file, BuiltIn.advice(name)),
                        absence));
    }
}
