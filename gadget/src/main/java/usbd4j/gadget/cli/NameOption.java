package usbd4j.gadget.cli;

import picocli.CommandLine.Option;
import usbd4j.gadget.configfs.GadgetName;

/** The option for the name of the gadget. */
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

    /** Parses the name. */
    static final class NameConverter extends CheckedConverter<GadgetName> {
        @Override
        GadgetName checked(String text) {
            return new GadgetName(text);
        }
    }
}
