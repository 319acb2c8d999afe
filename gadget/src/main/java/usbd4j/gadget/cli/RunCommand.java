package usbd4j.gadget.cli;

import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.device.DeviceDescription;
import usbd4j.gadget.serve.DeviceRun;
import usbd4j.gadget.transcript.ConsoleLoggerFinder;

/** {@code usbd4j run}. */
@Command(
        name = "run",
        sortOptions = false,
        abbreviateSynopsis = true,
        optionListHeading = "%nThis run:%n",
        description = {
            "Puts a DFU-capable USB device on the bus and serves it until Ctrl-C: makes the gadget, writes its descriptors,"
                    + " binds it to the controller, answers the host, and takes everything down again.",
            "Each thing that the host does is one line on standard error."
        })
final class RunCommand implements Callable<Integer> {
    @ArgGroup(validate = false, order = 1, heading = "%nThe device:%n")
    private DeviceOptions device = new DeviceOptions();

    @ArgGroup(validate = false, order = 2, heading = "%nWhere it is served:%n")
    private PlaceOptions place = new PlaceOptions();

    @Mixin
    private NameOption name = new NameOption();

    @Option(
            names = "--class",
            paramLabel = "CLASS",
            converter = ServedClass.Converter.class,
            description =
                    "Serve another function than DFU: loopback, source-sink (for the kernel's usbtest; give it --vid 0525 --pid"
                            + " a4a0), vendor (a thermometer), or a Java class of yours, a UsbClass with a constructor without parameters: java -cp"
                            + " usbd4j.jar:yours.jar usbd4j.gadget.cli.Main run --class your.Class")
    private Optional<ServedClass> function = Optional.empty();

    @Option(names = "--quiet", description = "Warnings and errors only.")
    private boolean quiet;

    @Option(names = "--verbose", description = "The kernel's events too.")
    private boolean verbose;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        ConsoleLoggerFinder.show(quiet ? Level.WARNING : verbose ? Level.TRACE : Level.INFO);
        DeviceDescription described = DeviceMistakes.checked(spec, device::description);
        DeviceRun run = new DeviceRun(described, place.place(name.value()), function.map(ServedClass::instance));
        try (SignalGuard guard = new SignalGuard(run::stop)) {
            run.serve();
        }
        return ExitStatus.OK.code();
    }
}
