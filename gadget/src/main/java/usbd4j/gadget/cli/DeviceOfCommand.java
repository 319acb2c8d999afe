package usbd4j.gadget.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import usbd4j.gadget.Board;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.capture.BusAddress;
import usbd4j.gadget.copy.DeviceCopy;

/** {@code usbd4j device of}. */
final class DeviceOfCommand implements Command {
    private static final String PCAPNG = ".pcapng";

    private static final CommandOption<BusAddress> ADDRESS = CommandOption.values(
            "address",
            "BUS.DEVICE",
            BusAddress::of,
            "Which device of a capture, as Wireshark numbers it, such as 3.5 (default: the only one). May be given twice, for a device"
                    + " that was captured in run-time and in DFU mode.");

    private final Board board;

    DeviceOfCommand() {
        this(Board.linux());
    }

    /** Looks into a folder of a test. */
    DeviceOfCommand(Board board) {
        this.board = board;
    }

    @Override
    public String name() {
        return "of";
    }

    @Override
    public List<String> description() {
        return List.of(
                "Prints the device file of a DFU device that is plugged into this machine, or was captured, to serve a copy of it. Comments in it"
                        + " tell what cannot be known.",
                "The device is named by VID:PID, in hexadecimal, or by its folder in /sys/bus/usb/devices. It need not be in DFU mode, and nobody"
                        + " need be root; but the names of all memories are read only by who may write the device's file in /dev/bus/usb.",
                "CAPTURE.pcapng is what Wireshark, tshark or dumpcap has recorded with Linux's usbmon, from before the device was plugged in."
                        + " A device that took DETACH and came back in DFU mode is copied in both modes.");
    }

    @Override
    public String operand() {
        return "VID:PID|SYSFS-FOLDER|CAPTURE.pcapng";
    }

    @Override
    public List<OptionGroup> options() {
        return List.of(new OptionGroup("Options", ADDRESS));
    }

    @Override
    public List<String> footer() {
        return List.of(
                "Examples:",
                "  usbd4j device of 0483:df11 >copy.toml",
                "  usbd4j device of 3-1 >copy.toml",
                "  usbd4j device of product.pcapng >copy.toml",
                "  sudo usbd4j run --device copy.toml");
    }

    @Override
    public ExitStatus run(Arguments arguments, Console console) {
        String operand = arguments.operand();
        List<BusAddress> addresses = arguments.values(ADDRESS);
        boolean isCapture = operand.endsWith(PCAPNG) || Files.isRegularFile(Path.of(operand));
        if (!isCapture && !addresses.isEmpty()) {
            throw new UsageException("--address is for captures, and %s is none".formatted(operand));
        }
        console.out()
                .print(
                        isCapture
                                ? DeviceCopy.ofCaptured(Path.of(operand), addresses, Version.text())
                                : DeviceCopy.ofPlugged(board, operand, Version.text()));
        return ExitStatus.OK;
    }
}
