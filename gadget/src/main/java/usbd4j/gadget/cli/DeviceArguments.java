package usbd4j.gadget.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** Puts what the file of {@code run --device FILE} says on the command line, where the user says nothing else. */
final class DeviceArguments {
    private static final String RUN = "run";

    private DeviceArguments() {}

    /** Called with the command line as the user wrote it; executes it with what the file adds. */
    static int execute(ParseResult parsed) {
        ParseResult command = parsed.subcommand();
        Optional<Path> file = file(command);
        if (file.isEmpty() || command.isUsageHelpRequested() || command.isVersionHelpRequested()) {
            return new RunLast().execute(parsed);
        }
        List<String> args = new ArrayList<>(parsed.originalArgs());
        args.addAll(args.indexOf(RUN) + 1, added(file.get(), command));
        CommandLine all = parsed.commandSpec().commandLine();
        return new RunLast().execute(all.parseArgs(args.toArray(String[]::new)));
    }

    private static Optional<Path> file(@Nullable ParseResult command) {
        return command != null && command.commandSpec().userObject() instanceof RunCommand run
                ? run.device()
                : Optional.empty();
    }

    private static List<String> added(Path file, ParseResult command) {
        try {
            return DeviceFile.read(file, command.commandSpec())
                    .arguments(option -> !command.hasMatchedOption(option.longestName()));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandSpec().commandLine(), e.getMessage(), e);
        }
    }
}
