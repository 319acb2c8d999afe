package usbd4j.gadget.cli;

import java.util.Optional;

/** The version that the build wrote into the jar. */
final class Version {
    private Version() {}

    static String text() {
        return "usbd4j "
                + Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                        .orElse("(not run from its jar)");
    }
}
