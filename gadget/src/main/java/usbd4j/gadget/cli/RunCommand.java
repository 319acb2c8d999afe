package usbd4j.gadget.cli;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.device.DeviceDescription;
import usbd4j.gadget.serve.DeviceRun;
import usbd4j.gadget.serve.Place;
import usbd4j.gadget.service.ServiceManager;
import usbd4j.gadget.transcript.ConsoleLoggerFinder;
import usbd4j.stack.UsbClass;

/** {@code usbd4j run}. */
final class RunCommand implements Command {
    private static final CommandOption<Boolean> QUIET = CommandOption.flag("quiet", "Warnings and errors only.");
    private static final CommandOption<Boolean> VERBOSE = CommandOption.flag("verbose", "The kernel's events too.");

    @Override
    public String name() {
        return "run";
    }

    @Override
    public List<String> description() {
        return List.of(
                "Puts a DFU-capable USB device on the bus and serves it until Ctrl-C: makes the gadget, writes its descriptors,"
                        + " binds it to the controller, answers the host, and takes everything down again.",
                "Each thing that the host does is one line on standard error.");
    }

    @Override
    public List<OptionGroup> options() {
        return List.of(
                new OptionGroup("This run", NameOption.NAME, ServedClass.OPTION, QUIET, VERBOSE),
                DeviceOptions.GROUP,
                PlaceOptions.GROUP);
    }

    @Override
    public ExitStatus run(Arguments arguments, Console console) {
        ConsoleLoggerFinder.show(
                arguments.has(QUIET) ? Level.WARNING : arguments.has(VERBOSE) ? Level.TRACE : Level.INFO);
        Optional<UsbClass> function = arguments.value(ServedClass.OPTION);
        Place place = PlaceOptions.place(arguments);
        DeviceDescription device = DeviceOptions.description(arguments, function);
        DeviceRun run = new DeviceRun(device, place, function, ServiceManager.ofThisProcess());
        try (SignalGuard guard = new SignalGuard(run::stop)) {
            run.serve();
        }
        return ExitStatus.OK;
    }
}
