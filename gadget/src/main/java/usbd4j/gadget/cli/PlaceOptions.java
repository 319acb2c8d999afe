package usbd4j.gadget.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import usbd4j.gadget.configfs.GadgetName;
import usbd4j.gadget.serve.BusKind;
import usbd4j.gadget.serve.Place;

/** The options for the controller, the bus and the directory of the firmware. */
final class PlaceOptions {
    @Option(
            names = "--udc",
            paramLabel = "NAME",
            order = 1,
            description = "The USB device controller, as \"usbd4j udcs\" lists them (default: the first that is free).")
    private Optional<String> udc = Optional.empty();

    @Option(
            names = "--bus",
            paramLabel = "BUS",
            converter = BusConverter.class,
            order = 2,
            description =
                    "The kernel's interface: functionfs (one function of a gadget, beside others), or gadgetfs (a whole device: any"
                            + " descriptors and alternate settings, on every kernel; no DFU mode). Default: ${DEFAULT-VALUE}.")
    private BusKind bus = BusKind.FUNCTIONFS;

    @Option(
            names = "--functionfs",
            paramLabel = "DIR",
            order = 3,
            description =
                    "Serve the FunctionFS mounted at DIR and create no gadget: works without root. VID, PID, strings and the"
                            + " other functions are those of the existing gadget. This program binds and unbinds it if the user"
                            + " may write its UDC attribute; otherwise someone else has to.")
    private Optional<Path> functionFs = Optional.empty();

    @Option(
            names = "--store",
            paramLabel = "DIR",
            order = 4,
            description =
                    "Where firmware is kept, in a folder of the gadget's name (default: $STATE_DIRECTORY, else usbd4j in"
                            + " $XDG_STATE_HOME or ~/.local/state).")
    private Optional<Path> store = Optional.empty();

    Place place(GadgetName name) {
        return new Place(name, udc, bus, functionFs, store.orElseGet(PlaceOptions::stateDirectory));
    }

    private static Path stateDirectory() {
        Optional<Path> systemd = variable("STATE_DIRECTORY");
        Path home =
                variable("XDG_STATE_HOME").orElseGet(() -> Path.of(System.getProperty("user.home"), ".local/state"));
        return systemd.orElseGet(() -> home.resolve("usbd4j"));
    }

    private static Optional<Path> variable(String name) {
        return Optional.ofNullable(System.getenv(name))
                .filter(value -> !value.isEmpty())
                .map(Path::of);
    }

    /** Reads a bus. */
    static final class BusConverter extends CheckedConverter<BusKind> {
        @Override
        BusKind checked(String text) {
            return BusKind.of(text);
        }
    }
}
