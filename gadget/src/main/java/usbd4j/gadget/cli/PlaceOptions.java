package usbd4j.gadget.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;
import usbd4j.gadget.Board;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.GadgetException;
import usbd4j.gadget.Persona;
import usbd4j.gadget.Site;
import usbd4j.gadget.configfs.Gadget;
import usbd4j.gadget.configfs.GadgetName;
import usbd4j.gadget.configfs.GadgetSite;
import usbd4j.gadget.configfs.KernelFunction;
import usbd4j.gadget.configfs.PreparedSite;
import usbd4j.gadget.controller.Controller;
import usbd4j.gadget.controller.Controllers;
import usbd4j.gadget.gadgetfs.GadgetFsSite;
import usbd4j.gadget.serve.OnDetach;

/** Where the device is served. */
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
                    "How the kernel has the device served: functionfs (one function of a gadget, beside others), or gadgetfs (a"
                            + " whole device: any descriptors and alternate settings, on every kernel). Default:"
                            + " ${DEFAULT-VALUE}.")
    private BusKind bus = BusKind.FUNCTIONFS;

    @Option(
            names = "--with-function",
            paramLabel = "KIND.NAME",
            converter = FunctionConverter.class,
            order = 3,
            description = "A function that the kernel serves beside DFU, by its name in configfs, such as acm.usb0 or"
                    + " ecm.usb0. Its interfaces come first. May be given several times.")
    private List<KernelFunction> functions = new ArrayList<>();

    @Option(
            names = "--functionfs",
            paramLabel = "DIR",
            order = 4,
            description =
                    "Serve the FunctionFS that is mounted at DIR, and make no gadget: works without root. Who the device"
                            + " says it is, what is beside DFU, and what Windows and browsers are told, is then up to who prepared it. The gadget is bound and unbound"
                            + " by this program if this user may write its UDC file, else by somebody else.")
    private Optional<Path> functionFs = Optional.empty();

    /** The kernel's two interfaces, as the user names them. */
    enum BusKind {
        FUNCTIONFS,
        GADGETFS;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    List<KernelFunction> functions() {
        return functions;
    }

    /**
     * For a device that becomes another one, which takes a gadget of its own, and data stages of any length that arrive. A
     * lower wTransferSize would not do on GadgetFS, which loses whole requests ({@link usbd4j.stack.gadgetfs.GadgetFsBus}).
     */
    void requireWholeGadget() {
        if (functionFs.isPresent()) {
            throw new GadgetException(
                    ExitStatus.USAGE,
                    "--on-detach=dfu-mode makes a gadget for each of the two modes, and --functionfs serves one that somebody else made");
        }
        if (bus == BusKind.GADGETFS) {
            throw new GadgetException(
                    ExitStatus.USAGE,
                    "--on-detach=dfu-mode is for --bus functionfs: GadgetFS takes no more than 256 bytes in a control transfer, and loses some");
        }
    }

    Site site(GadgetName name, Persona persona, OnDetach onDetach) {
        Board board = Board.linux();
        Controllers controllers = new Controllers(board);
        Controller controller = controllers.choose(udc);
        if (bus == BusKind.GADGETFS) {
            requireNothingBeside(persona);
            return GadgetFsSite.make(board, name, persona, controller);
        }
        if (functionFs.isEmpty()) {
            return GadgetSite.make(board, name, persona, controller);
        }
        Gadget gadget = new Gadget(board.gadgets(), name);
        PreparedSite site = PreparedSite.at(functionFs.get(), gadget, controller, controllers);
        if (onDetach.mayComeBack() && !site.mayBind()) {
            throw new GadgetException(
                    ExitStatus.NO_PERMISSION,
                    "To come back after a DETACH the device must be bound again, and this user may not write %s; pass --on-detach=exit, or chown that file to this user"
                            .formatted(gadget.udc()));
        }
        return site;
    }

    private void requireNothingBeside(Persona persona) {
        if (persona.winUsb() || persona.landingPage().isPresent()) {
            throw new GadgetException(
                    ExitStatus.USAGE,
                    "%s is for --bus functionfs: GadgetFS shows no BOS, where Windows and browsers look"
                            .formatted(persona.winUsb() ? "--winusb" : "--landing-page"));
        }
        if (!functions.isEmpty() || functionFs.isPresent()) {
            throw new GadgetException(
                    ExitStatus.USAGE,
                    "%s is for --bus functionfs: a device on GadgetFS is whole, with nothing beside it"
                            .formatted(functions.isEmpty() ? "--functionfs" : "--with-function"));
        }
    }

    /** Turns the option's text into one of the two. */
    static final class BusConverter extends CheckedConverter<BusKind> {
        @Override
        BusKind checked(String text) {
            return Arrays.stream(BusKind.values())
                    .filter(each -> each.toString().equals(text))
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalArgumentException("\"%s\" is none of functionfs, gadgetfs".formatted(text)));
        }
    }

    /** Turns the option's text into a function. */
    static final class FunctionConverter extends CheckedConverter<KernelFunction> {
        @Override
        KernelFunction checked(String text) {
            return new KernelFunction(text);
        }
    }
}
