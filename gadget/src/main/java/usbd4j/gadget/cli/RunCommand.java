package usbd4j.gadget.cli;

import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.device.DeviceDescription;
import usbd4j.gadget.library.NativeLibrary;
import usbd4j.gadget.serve.DeviceRun;
import usbd4j.gadget.serve.Devices;
import usbd4j.gadget.serve.Place;
import usbd4j.gadget.service.ServiceManager;
import usbd4j.gadget.trace.LiveLog;
import usbd4j.gadget.trace.Note;
import usbd4j.gadget.trace.TraceListener;
import usbd4j.gadget.tracefile.TraceFile;
import usbd4j.gadget.tracefile.TraceFormat;
import usbd4j.gadget.transcript.ConsoleLoggerFinder;
import usbd4j.stack.UsbClass;

/** {@code usbd4j run}. */
final class RunCommand implements Command {
    private static final CommandOption<Boolean> QUIET = CommandOption.flag("quiet", "Warnings and errors only.");
    private static final CommandOption<Boolean> VERBOSE = CommandOption.flag("verbose", "The kernel's events too.");

    private static final CommandOption<Path> TRACE = CommandOption.value(
            "trace",
            "FILE",
            RunCommand::trace,
            "Write everything that happens on the bus to FILE: with the name's end .jsonl for \"usbd4j trace\", with .pcapng for"
                    + " Wireshark, with .html for a browser. A file that is there is replaced.");

    private static final CommandOption<Long> TRACE_LIMIT = CommandOption.value(
            "trace-limit",
            "MIB",
            RunCommand::mebibytes,
            "When the trace has as many MiB, go on in a new file, and keep the one before as FILE.1 (default: 100).");

    private static final long MIB = 1 << 20;
    private static final long MOST_MIB = 1 << 20;

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
                new OptionGroup("This run", NameOption.NAME, ServedClass.OPTION, QUIET, VERBOSE, TRACE, TRACE_LIMIT),
                DeviceOptions.GROUP,
                PlaceOptions.GROUP);
    }

    @Override
    public ExitStatus run(Arguments arguments, Console console) {
        ConsoleLoggerFinder.show(
                arguments.has(QUIET) ? Level.WARNING : arguments.has(VERBOSE) ? Level.TRACE : Level.INFO);
        Optional<Path> file = arguments.value(TRACE);
        Optional<Long> limit = arguments.value(TRACE_LIMIT);
        if (limit.isPresent() && file.isEmpty()) {
            throw new UsageException("--trace-limit is for --trace, which is not given");
        }
        Optional<UsbClass> function = arguments.value(ServedClass.OPTION);
        List<DeviceDescription> devices = DeviceOptions.descriptions(arguments, function);
        DeviceDescription device = devices.get(0);
        Place place = PlaceOptions.place(arguments, device);
        if (devices.size() > 1) {
            require(function.isEmpty() && file.isEmpty());
            Devices all = new Devices(devices, place, ServiceManager.ofThisProcess());
            guarded(all::serve, all::stop);
        } else if (file.isPresent()) {
            NativeLibrary.require();
            // A run that is refused does not replace the trace of an earlier one.
            DeviceRun.requirePossible(device, place);
            try (TraceFile trace = TraceFile.begin(file.get(), limit.orElse(100L) * MIB)) {
                ConsoleLoggerFinder.noteFor(
                        LiveLog.class.getName(), text -> trace.happened(new Note(Instant.now(), text)));
                serve(device, place, function, List.of(new LiveLog(), trace), trace::close);
            } finally {
                ConsoleLoggerFinder.noteForNobody();
            }
        } else {
            serve(device, place, function, List.of(new LiveLog()), () -> {});
        }
        return ExitStatus.OK;
    }

    private static void require(boolean isPossible) {
        if (!isPossible) {
            throw new UsageException("--class and --trace are for one device, and --device is given more than once");
        }
    }

    /** A signal waits for the end, too. */
    private static void serve(
            DeviceDescription device,
            Place place,
            Optional<UsbClass> function,
            List<TraceListener> listeners,
            Runnable end) {
        DeviceRun run = new DeviceRun(device, place, function, ServiceManager.ofThisProcess(), listeners);
        guarded(
                () -> {
                    try {
                        run.serve();
                    } finally {
                        end.run();
                    }
                },
                run::stop);
    }

    private static void guarded(Runnable serve, Runnable stop) {
        try (SignalGuard guard = new SignalGuard(stop)) {
            serve.run();
        }
    }

    private static Path trace(String text) {
        Path file = Path.of(text);
        TraceFormat.of(file);
        return file;
    }

    private static long mebibytes(String text) {
        if (!text.matches("[1-9]\\d{0,6}") || Long.parseLong(text) > MOST_MIB) {
            throw new IllegalArgumentException("\"%s\" is no number of MiB from 1 to %d".formatted(text, MOST_MIB));
        }
        return Long.parseLong(text);
    }
}
