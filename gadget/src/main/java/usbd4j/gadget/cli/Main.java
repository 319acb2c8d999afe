package usbd4j.gadget.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The program's entry point and top-level command. */
@Command(
        name = "usbd4j",
        description = "Makes this Linux board a USB device that can be DFU-detached, for testing host DFU tools.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        usageHelpAutoWidth = true,
        abbreviateSynopsis = true,
        subcommands = {RunCommand.class, DeviceCommand.class, UdcsCommand.class, RemoveCommand.class},
        footer = {
            "",
            "Examples:",
            "  sudo java -jar usbd4j.jar run",
            "      a DFU device 1209:0001 on the first free controller",
            "  sudo java -jar usbd4j.jar run --no-will-detach",
            "      the host must reset the bus after DETACH",
            "  sudo java -jar usbd4j.jar run --with-function acm.usb0",
            "      a serial port and DFU, as products have it",
            "  sudo java -jar usbd4j.jar run --device my.toml",
            "      what a file says; \"usbd4j device template dfu >my.toml\" writes one",
            "  java -jar usbd4j.jar udcs",
            "      which controllers there are, and who holds them",
            "",
            "On the PC it is plugged into: dfu-util -l lists it, dfu-util -e detaches it."
        })
public final class Main {
    private Main() {}

    /**
     * Runs the program and exits with its exit status.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return Failures.handledBy(new CommandLine(new Main()));
    }
}
