package usbd4j.gadget.cli;

import java.util.List;
import java.util.function.Function;

/**
 * An option of a command.
 *
 * @param <T> what its value is read as
 * @param name its name, without the dashes
 * @param form how it is written
 * @param valueName what stands for the value in the help; empty if it takes none
 * @param reader reads the value; throws an {@link IllegalArgumentException} with a sentence if the text is not one
 * @param meaning what it does, and its default
 */
record CommandOption<T>(String name, Form form, String valueName, Function<String, T> reader, String meaning) {
    /** How an option is written. */
    enum Form {
        /** {@code --quiet}. */
        FLAG,
        /** {@code --winusb} or {@code --no-winusb}. */
        TOGGLE,
        /** {@code --vid=1209} or {@code --vid 1209}, once. */
        VALUE,
        /** As VALUE, any number of times. */
        VALUES
    }

    static CommandOption<Boolean> flag(String name, String meaning) {
        return new CommandOption<>(name, Form.FLAG, "", Boolean::valueOf, meaning);
    }

    static CommandOption<Boolean> toggle(String name, String meaning) {
        return new CommandOption<>(name, Form.TOGGLE, "", Boolean::valueOf, meaning);
    }

    static <T> CommandOption<T> value(String name, String valueName, Function<String, T> reader, String meaning) {
        return new CommandOption<>(name, Form.VALUE, valueName, reader, meaning);
    }

    static <T> CommandOption<T> values(String name, String valueName, Function<String, T> reader, String meaning) {
        return new CommandOption<>(name, Form.VALUES, valueName, reader, meaning);
    }

    boolean takesValue() {
        return form == Form.VALUE || form == Form.VALUES;
    }

    /** {@return the words that the option may be on a command line, without the dashes} */
    List<String> spellings() {
        return form == Form.TOGGLE ? List.of(name, negated()) : List.of(name);
    }

    /** {@return the name of a toggle that is off} */
    String negated() {
        return "no-" + name;
    }

    /** {@return as the help lists it} */
    @Override
    public String toString() {
        return switch (form) {
            case FLAG -> "--" + name;
            case TOGGLE -> "--[no-]" + name;
            case VALUE, VALUES -> "--" + name + "=" + valueName;
        };
    }
}
