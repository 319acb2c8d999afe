package usbd4j.gadget.cli;

import java.lang.System.Logger.Level;
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

    @Mixin
    private ClassOption function = new ClassOption();

    @Option(names = "--quiet", description = "Warnings and errors only.")
    private boolean quiet;

    @Option(names = "--verbose", description = "The kernel's events too.")
    private boolean verbose;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        ConsoleLoggerFinder.show(quiet ? Level.WARNING : verbose ? Level.TRACE : Level.INFO);
        DeviceDescription described = DeviceMistakes.checked(spec, () -> device.description(function.value()));
        DeviceRun run = new DeviceRun(described, place.place(name.value()), function.value());
        try (SignalGuard guard = new SignalGuard(run::stop)) {
            run.serve();
        }
        return ExitStatus.OK.code();
    }
}
