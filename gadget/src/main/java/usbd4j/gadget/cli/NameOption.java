package usbd4j.gadget.cli;

import picocli.CommandLine.Option;
import usbd4j.gadget.configfs.GadgetName;

/** The option that says which gadget is meant. */
final class NameOption {
    @Option(
            names = "--name",
            paramLabel = "NAME",
            converter = NameConverter.class,
            description = "The gadget's name in configfs (default: ${DEFAULT-VALUE}).")
    private GadgetName name = new GadgetName("usbd4j");

    GadgetName value() {
        return name;
    }

    /** Turns the option's text into a name. */
    static final class NameConverter extends CheckedConverter<GadgetName> {
        @Override
        GadgetName checked(String text) {
            return new GadgetName(text);
        }
    }
}
