package usbd4j.gadget.cli;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/**
 * A key of a device file.
 *
 * @param name as it is there, such as {@code vid}
 * @param option the option of the same name
 */
record DeviceKey(String name, OptionSpec option) {
    /** What a run has of its own, whatever the device. */
    private static final Set<String> NOT_OF_THE_DEVICE =
            Set.of("device", "name", "udc", "functionfs", "store", "quiet", "verbose", "help", "version");

    /**
     * {@return the key of a name}
     *
     * @throws IllegalArgumentException with a sentence for the user, if there is none
     */
    static DeviceKey of(String name, CommandSpec run) {
        OptionSpec option = run.findOption("--" + name);
        if (option == null || name.startsWith("no-")) {
            throw new IllegalArgumentException(
                    "there is no \"%s\"; the keys are the options of \"usbd4j run\"".formatted(name));
        }
        if (NOT_OF_THE_DEVICE.contains(name)) {
            throw new IllegalArgumentException(
                    "\"%s\" is nothing that a device has; give --%s on the command line".formatted(name, name));
        }
        return new DeviceKey(name, option);
    }

    /**
     * {@return the option on a command line}
     *
     * @param value as TOML has it
     * @throws IllegalArgumentException with a sentence for the user, if the option takes no such value
     */
    List<String> arguments(Object value) {
        if (value instanceof TomlTable) {
            throw wrong("a value, and no table");
        }
        if (option.typeInfo().isBoolean()) {
            return flag(value);
        }
        if (!option.isMultiValue()) {
            return List.of(argument(value));
        }
        if (!(value instanceof TomlArray values)) {
            throw wrong("several in brackets, such as [\"a\", \"b\"]");
        }
        return IntStream.range(0, values.size())
                .mapToObj(values::get)
                .map(this::argument)
                .toList();
    }

    private List<String> flag(Object value) {
        if (!(value instanceof Boolean isSet)) {
            throw wrong("true or false");
        }
        if (isSet) {
            return List.of("--" + name);
        }
        return option.negatable() ? List.of("--no-" + name) : List.of();
    }

    private String argument(Object value) {
        String text = text(value);
        try {
            converter().convert(text);
        } catch (TypeConversionException e) {
            throw new IllegalArgumentException("%s: %s".formatted(name, e.getMessage()), e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return "--%s=%s".formatted(name, text);
    }

    /** All options but flags have a converter of ours, and just one. */
    private ITypeConverter<?> converter() {
        return option.converters()[0];
    }

    private String text(Object value) {
        boolean isHex = converter() instanceof UsbId.Converter;
        boolean isNumber = isHex || converter() instanceof U16Converter;
        if (isNumber && value instanceof Long number) {
            // What is out of range stays so, and is the converter's to refuse.
            return isHex && number >= 0 ? "%04x".formatted(number) : Long.toString(number);
        }
        if (!isNumber && value instanceof String text) {
            return text;
        }
        throw wrong(isHex ? "a number such as 0x1209" : isNumber ? "a number" : "a text in quotes");
    }

    private IllegalArgumentException wrong(String wanted) {
        return new IllegalArgumentException("%s takes %s".formatted(name, wanted));
    }
}
