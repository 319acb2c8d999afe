package usbd4j.gadget.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.util.List;

/** The program's entry point, and its commands. */
public final class Main {
    private static final String DESCRIPTION =
            "Makes this Linux machine a USB device: a DFU device for testing host tools, or a class of yours.";

    private Main() {}

    /**
     * Runs the program and exits with its exit status.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        // Otherwise JNA runs ldconfig to know where libraries are; this program needs the C library only, which is
        // there.
        System.setProperty("jna.platform.library.path", "");
        StandardOutput out = new StandardOutput(new FileOutputStream(FileDescriptor.out));
        Console console = new Console(out.writer(), new PrintWriter(System.err, true, UTF_8));
        System.exit(new Program(commands(), console).execute(out, args));
    }

    static CommandGroup commands() {
        return new CommandGroup(
                "usbd4j",
                List.of(DESCRIPTION),
                List.of(
                        new RunCommand(),
                        device(),
                        trace(),
                        new AttachCommand(),
                        new UdcsCommand(),
                        new DoctorCommand(),
                        new CreateCommand(),
                        new RemoveCommand()),
                List.of(
                        "Examples:",
                        "  sudo java -jar usbd4j.jar run",
                        "      a DFU device 1209:0001 on the first free controller, or without one on this machine itself",
                        "  sudo java -jar usbd4j.jar run --no-will-detach",
                        "      the host must reset the bus after DETACH",
                        "  sudo java -jar usbd4j.jar run --with-function acm.usb0",
                        "      a serial port and DFU, as products have it",
                        "  sudo java -jar usbd4j.jar run --device my.toml",
                        "      what a file says; \"usbd4j device template dfu >my.toml\" writes one",
                        "  java -jar usbd4j.jar udcs",
                        "      which controllers there are, and who holds them",
                        "",
                        "On the PC it is plugged into: dfu-util -l lists it, dfu-util -e detaches it."));
    }

    private static CommandGroup device() {
        return new CommandGroup(
                "device",
                List.of(
                        "Devices in files, for \"usbd4j run --device FILE\".",
                        "A device file says in TOML what a device is, in run-time and in DFU mode. What is given on the command"
                                + " line of \"usbd4j run\" overrides it."),
                List.of(
                        new DeviceTemplateCommand(),
                        new DeviceListCommand(),
                        new DeviceShowCommand(),
                        new DeviceOfCommand(),
                        new DeviceCheckCommand(),
                        new DeviceKeysCommand()),
                List.of(
                        "Examples:",
                        "  usbd4j device template dfu >my.toml",
                        "  usbd4j device of 0483:df11 >copy.toml",
                        "  usbd4j device check my.toml",
                        "  sudo usbd4j run --device my.toml",
                        "  usbd4j device list",
                        "  usbd4j device show tinyusb-silent-after-download >my.toml"));
    }

    private static CommandGroup trace() {
        return new CommandGroup(
                "trace",
                List.of(
                        "What a host did, from a file that \"usbd4j run --trace FILE.jsonl\" has written, or from a capture that Wireshark,"
                                + " tshark or dumpcap has made of any DFU device on Linux (usbmon, pcapng)."),
                List.of(
                        new TraceShowCommand(),
                        new TraceStatsCommand(),
                        new TraceDiffCommand(),
                        new TraceConvertCommand()),
                List.of(
                        "Examples:",
                        "  sudo usbd4j run --trace upgrade.jsonl",
                        "  usbd4j trace show upgrade.jsonl",
                        "  usbd4j trace diff dfu-util-0.9.jsonl dfu-util-0.11.jsonl",
                        "  usbd4j trace convert upgrade.jsonl upgrade.pcapng",
                        "  usbd4j trace convert upgrade.jsonl upgrade.html"));
    }
}
