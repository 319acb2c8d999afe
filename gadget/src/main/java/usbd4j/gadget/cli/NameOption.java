package usbd4j.gadget.cli;

import usbd4j.gadget.configfs.GadgetName;

/** The option for the name of the gadget. */
final class NameOption {
    private static final GadgetName DEFAULT = new GadgetName("usbd4j");

    static final CommandOption<GadgetName> NAME = CommandOption.value(
            "name", "NAME", GadgetName::new, "The gadget's name in configfs (default: %s).".formatted(DEFAULT));

    private NameOption() {}

    static GadgetName in(Arguments arguments) {
        return arguments.value(NAME).orElse(DEFAULT);
    }
}
