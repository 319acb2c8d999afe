package usbd4j.gadget.cli;

import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import usbd4j.dfu.DfuFunctionalDescriptor;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.Persona;
import usbd4j.gadget.Site;
import usbd4j.gadget.serve.EnterDfuMode;
import usbd4j.gadget.serve.OnDetach;
import usbd4j.gadget.serve.Session;
import usbd4j.gadget.serve.Upgrade;
import usbd4j.gadget.transcript.ConsoleLoggerFinder;
import usbd4j.stack.UsbClass;

/** {@code usbd4j run}. */
@Command(
        name = "run",
        sortOptions = false,
        abbreviateSynopsis = true,
        optionListHeading = "%nWhat it does:%n",
        description = {
            "Puts a DFU-capable USB device on the bus and serves it until Ctrl-C: makes the gadget, writes its descriptors,"
                    + " binds it to the controller, answers the host, and takes everything down again.",
            "Each thing that the host does is one line on standard error."
        })
final class RunCommand implements Callable<Integer> {
    @ArgGroup(validate = false, order = 1, heading = "%nWho the device says it is:%n")
    private IdentityOptions identity = new IdentityOptions();

    @ArgGroup(validate = false, order = 2, heading = "%nWhat it says of DFU:%n")
    private DfuOptions dfu = new DfuOptions();

    @ArgGroup(validate = false, order = 3, heading = "%nWhat it is in DFU mode, with --on-detach=dfu-mode:%n")
    private UpgradeOptions upgrade = new UpgradeOptions();

    @ArgGroup(validate = false, order = 4, heading = "%nWhat it tells Windows and browsers:%n")
    private DriverlessOptions driverless = new DriverlessOptions();

    @ArgGroup(validate = false, order = 5, heading = "%nWhere it is served:%n")
    private PlaceOptions place = new PlaceOptions();

    @Mixin
    private NameOption name = new NameOption();

    @Option(
            names = "--device",
            paramLabel = "FILE",
            description =
                    "Take the options from this file where none are given here; \"usbd4j device template dfu\" prints one.")
    private Optional<Path> device = Optional.empty();

    @Option(
            names = "--class",
            paramLabel = "CLASS",
            converter = ServedClass.Converter.class,
            description =
                    "Serve another function than DFU: loopback, source-sink (for the kernel's usbtest; give it --vid 0525 --pid"
                            + " a4a0), vendor (a thermometer), or a Java class of yours, a UsbClass with a constructor that takes nothing: java -cp"
                            + " usbd4j.jar:yours.jar usbd4j.gadget.cli.Main run --class your.Class")
    private Optional<ServedClass> function = Optional.empty();

    @Option(
            names = "--on-detach",
            paramLabel = "WHAT",
            converter = OnDetachConverter.class,
            description =
                    "What happens once the device was detached: reattach (come back in run-time), dfu-mode (come back in DFU"
                            + " mode, take firmware, and then run it), exit, or exec:COMMAND"
                            + " (COMMAND has the controller until it ends, then the device comes back; no shell, split at spaces)."
                            + " Default: reattach.")
    private OnDetach onDetach = OnDetach.of("reattach");

    @Option(names = "--quiet", description = "Warnings and errors only.")
    private boolean quiet;

    @Option(names = "--verbose", description = "The kernel's events too.")
    private boolean verbose;

    /** {@return which options there are, for those who read them from a file} */
    static CommandSpec spec() {
        return CommandSpec.forAnnotatedObject(new RunCommand());
    }

    Optional<Path> device() {
        return device;
    }

    @Override
    public Integer call() {
        ConsoleLoggerFinder.show(quiet ? Level.WARNING : verbose ? Level.TRACE : Level.INFO);
        Persona persona =
                new Persona(identity.identity(), place.functions(), driverless.winUsb(), driverless.landingPage());
        if (onDetach instanceof EnterDfuMode) {
            serveWithDfuMode(persona);
        } else {
            serve(persona);
        }
        return ExitStatus.OK.code();
    }

    private void serveWithDfuMode(Persona persona) {
        place.requireWholeGadget();
        try (FirmwareImages images = upgrade.images(name.value())) {
            Supplier<Persona> runTime = () -> upgrade.runTime(persona, images);
            Upgrade served = new Upgrade(
                    new Upgrade.Mode(runTime, (detach, reset) -> classes(detach)),
                    new Upgrade.Mode(
                            () -> upgrade.persona(runTime.get()),
                            (leave, reset) -> upgrade.classes(functional(), images, leave, reset)),
                    shown -> place.site(name.value(), shown, onDetach));
            try (SignalGuard guard = new SignalGuard(served::stop)) {
                served.serve(images.canRun());
            }
        }
    }

    private void serve(Persona persona) {
        Session session = new Session(persona.identity(), this::classes, onDetach);
        try (SignalGuard guard = new SignalGuard(session::stop);
                Site site = place.site(name.value(), persona, onDetach)) {
            session.serve(site);
        }
    }

    private DfuFunctionalDescriptor functional() {
        return dfu.functional(upgrade.isDfuSe());
    }

    private List<UsbClass> classes(Runnable detach) {
        List<UsbClass> classes = new ArrayList<>();
        classes.add(function.map(ServedClass::instance).orElseGet(() -> dfu.runtime(functional(), detach)));
        driverless.access().ifPresent(classes::add);
        return classes;
    }

    /** Turns the option's text into what to do. */
    static final class OnDetachConverter extends CheckedConverter<OnDetach> {
        @Override
        OnDetach checked(String text) {
            return OnDetach.of(text);
        }
    }
}
