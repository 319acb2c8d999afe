package usbd4j.gadget.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The program's entry, and the command that all others are under. */
@Command(
        name = "usbd4j",
        description = "Makes this Linux board a USB device that can be DFU-detached, for testing host DFU tools.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        usageHelpAutoWidth = true,
        subcommands = {RunCommand.class, UdcsCommand.class, RemoveCommand.class},
        footer = {
            "",
            "Examples:",
            "  sudo usbd4j run                       a DFU device 1209:0001 on the first free controller",
            "  sudo usbd4j run --no-will-detach      the host must reset the bus after DETACH",
            "  sudo usbd4j run --with-function acm.usb0 --vid 0483 --pid df11",
            "                                        a serial port and DFU, as products have it",
            "  usbd4j udcs                           which controllers there are, and who holds them",
            "",
            "On the PC it is plugged into: dfu-util -l lists it, dfu-util -e detaches it."
        })
public final class Main {
    private Main() {}

    /**
     * Runs the program, and ends the process with its exit status.
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
