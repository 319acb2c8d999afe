package usbd4j.gadget.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.device.DeviceDescription;
import usbd4j.gadget.serve.DeviceRun;
import usbd4j.gadget.service.ServiceManager;
import usbd4j.gadget.trace.LiveLog;
import usbd4j.gadget.transcript.ConsoleLoggerFinder;
import usbd4j.stack.UsbClass;

/**
 * {@code usbd4j run} without a process of its own: what the command does, but for signals, {@code --trace} and the start of Java,
 * which is most of the time that a test of a device takes.
 */
public final class DeviceInThisJava {
    private final DeviceRun run;

    /**
     * Prepares to serve.
     *
     * @param options those of {@code usbd4j run}
     */
    public DeviceInThisJava(List<String> options) {
        Arguments arguments = new CommandParser(new RunCommand()).parse(options);
        Optional<UsbClass> function = arguments.value(ServedClass.OPTION);
        DeviceDescription device = DeviceOptions.description(arguments, function);
        run = new DeviceRun(
                device,
                PlaceOptions.place(arguments, device),
                function,
                ServiceManager.ofThisProcess(),
                List.of(new LiveLog()));
    }

    /**
     * Serves until {@link #stop}, or until the device leaves the bus for good.
     *
     * @param lines takes each line that the command would write
     * @return the command's exit status
     */
    public int serve(Consumer<String> lines) {
        try {
            ConsoleLoggerFinder.telling(record -> record.lines().forEach(lines), run::serve);
            return ExitStatus.OK.code();
        } catch (RuntimeException e) {
            StringWriter report = new StringWriter();
            ExitStatus status = Failures.report(e, new PrintWriter(report, true));
            report.toString().lines().forEach(lines);
            return status.code();
        }
    }

    /** Ends {@link #serve}. */
    public void stop() {
        run.stop();
    }
}
