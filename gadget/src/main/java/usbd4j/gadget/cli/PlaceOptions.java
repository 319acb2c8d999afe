package usbd4j.gadget.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import usbd4j.gadget.Board;
import usbd4j.gadget.device.DeviceDescription;
import usbd4j.gadget.serve.BusChoice;
import usbd4j.gadget.serve.BusKind;
import usbd4j.gadget.serve.Place;
import usbd4j.gadget.serve.ServedBus;
import usbd4j.stack.descriptor.Speed;

/** The options for the controller, the bus and the directory of the firmware. */
final class PlaceOptions {
    private static final CommandOption<String> UDC = CommandOption.value(
            "udc",
            "NAME",
            text -> text,
            "The USB device controller, as \"usbd4j udcs\" lists them (default: the first that is free).");

    /** What leaves the choice of the bus to the program. */
    static final String AUTO = "auto";

    private static final CommandOption<Optional<ServedBus>> BUS = CommandOption.value(
            "bus",
            "BUS",
            text -> text.equals(AUTO) ? Optional.empty() : Optional.of(ServedBus.of(text)),
            "The kernel's interface: functionfs (one function of a gadget, beside others), gadgetfs (a whole device: any"
                    + " descriptors and alternate settings, on every kernel; no DFU mode), vhci (a whole device on this machine"
                    + " itself, through vhci-hcd: no device controller is needed), or usbip[:ADDRESS[:PORT]] (a whole device for \"usbd4j"
                    + " attach\" and other clients of USB/IP on any machine, by default on 127.0.0.1:3240). Default: auto, which is"
                    + " functionfs, or vhci on a machine without a device controller if this user may plug devices in there and"
                    + " nothing that is asked for needs a controller.");

    private static final CommandOption<Speed> SPEED = CommandOption.value(
            "speed",
            "SPEED",
            PlaceOptions::speed,
            "The speed at which a host sees the device: full (12 Mbit/s), high (480 Mbit/s) or super (5 Gbit/s). On a device"
                    + " controller it is the highest, and the host may have a lower one; not with gadgetfs and --functionfs. Default: high on vhci and"
                    + " usbip, else the fastest of the controller.");

    private static final CommandOption<Path> FUNCTION_FS = CommandOption.value(
            "functionfs",
            "DIR",
            Path::of,
            "Serve the FunctionFS mounted at DIR, and in DFU mode that at DIR.dfu, and create no gadget: works without root. \"usbd4j"
                    + " create\" makes the gadgets NAME and NAME.dfu for it. Of a gadget that somebody else made, VID, PID, strings and"
                    + " the other functions stay. This program binds and unbinds it if the user may write its UDC attribute; otherwise"
                    + " someone else has to.");

    private static final CommandOption<Path> STORE = CommandOption.value(
            "store",
            "DIR",
            Path::of,
            "Where firmware is kept, in a folder of the gadget's name (default: $STATE_DIRECTORY, else usbd4j in"
                    + " $XDG_STATE_HOME or ~/.local/state).");

    private static final CommandOption<Boolean> WAIT = CommandOption.flag(
            "wait",
            "Wait while the controller is not there or another gadget holds it, and serve the device again when the controller"
                    + " comes back: for services. One that was held is taken when it has been free for 10 seconds.");

    static final OptionGroup GROUP = new OptionGroup("Where it is served", UDC, WAIT, BUS, SPEED, FUNCTION_FS, STORE);

    private PlaceOptions() {}

    /**
     * {@return the place}
     *
     * @param arguments the command line
     * @param device the device, which may need a certain bus
     */
    static Place place(Arguments arguments, DeviceDescription device) {
        Place place = new Place(
                Board.linux(),
                NameOption.in(arguments),
                arguments.value(UDC),
                new ServedBus(BusKind.FUNCTIONFS),
                arguments.value(FUNCTION_FS),
                arguments.value(STORE).orElseGet(PlaceOptions::stateDirectory),
                arguments.has(WAIT));
        ServedBus bus = arguments.value(BUS).flatMap(asked -> asked).orElseGet(() -> BusChoice.of(place, device));
        return place.on(bus.at(arguments.value(SPEED)));
    }

    private static Speed speed(String text) {
        return Arrays.stream(Speed.values())
                .filter(each -> name(each).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"%s\" is none of full, high, super".formatted(text)));
    }

    /** {@return a speed as it is written on the command line} */
    static String name(Speed speed) {
        return speed.name().toLowerCase(Locale.ROOT);
    }

    private static Path stateDirectory() {
        // systemd separates several by a colon.
        Optional<String> systemd = variable("STATE_DIRECTORY").map(each -> each.split(":", 2)[0]);
        Path home = variable("XDG_STATE_HOME")
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".local/state"));
        return systemd.map(Path::of).orElseGet(() -> home.resolve("usbd4j"));
    }

    private static Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isEmpty());
    }
}
