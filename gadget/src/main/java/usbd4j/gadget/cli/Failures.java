package usbd4j.gadget.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.GadgetException;
import usbd4j.stack.UsbException;
import usbd4j.stack.linux.Errno;
import usbd4j.stack.linux.LinuxException;
import usbd4j.stack.udc.ControllerGoneException;

/** Reports each failure as one sentence on standard error and as an exit status that scripts can distinguish. */
final class Failures {
    private static final String BY_SIGNAL = "ended by SIGINT or SIGTERM, everything taken down";

    private Failures() {}

    static CommandLine handledBy(CommandLine commandLine) {
        Map<String, String> statuses = new LinkedHashMap<>();
        for (ExitStatus status : ExitStatus.values()) {
            statuses.put(" " + status.code(), status.meaning());
        }
        statuses.put("130, 143", BY_SIGNAL);
        explain(commandLine, statuses);
        return commandLine
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((e, args) -> badUsage(e))
                .setExecutionExceptionHandler((e, command, parsed) -> failed(e, command.getErr()));
    }

    private static void explain(CommandLine command, Map<String, String> statuses) {
        command.getCommandSpec()
                .usageMessage()
                .exitCodeListHeading("%nExit status:%n")
                .exitCodeList(statuses);
        command.getSubcommands().values().forEach(each -> explain(each, statuses));
    }

    private static int badUsage(ParameterException e) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("usbd4j: " + e.getMessage());
        UnmatchedArgumentException.printSuggestions(e, err);
        err.printf("Try: %s --help%n", command.getCommandSpec().qualifiedName());
        return ExitStatus.USAGE.code();
    }

    private static int failed(Exception e, PrintWriter err) {
        if (!(e instanceof UsbException trouble)) {
            err.println("usbd4j: internal error; please report this:");
            e.printStackTrace(err);
            return ExitStatus.FAILURE.code();
        }
        ExitStatus status = status(trouble);
        err.println("usbd4j: " + trouble.getMessage() + hint(status, trouble));
        return status.code();
    }

    private static ExitStatus status(UsbException e) {
        if (e instanceof GadgetException gadget) {
            return gadget.status();
        }
        if (e instanceof ControllerGoneException) {
            return ExitStatus.CONTROLLER_GONE;
        }
        if (e instanceof LinuxException linux && (linux.is(Errno.EACCES) || linux.is(Errno.EPERM))) {
            return ExitStatus.NO_PERMISSION;
        }
        return ExitStatus.FAILURE;
    }

    private static String hint(ExitStatus status, Exception e) {
        boolean bare = status == ExitStatus.NO_PERMISSION && e instanceof LinuxException;
        return bare ? ". Run as root (sudo), or serve a FunctionFS that root prepared: see --functionfs" : "";
    }
}
