package usbd4j.gadget.cli;

import java.util.List;
import usbd4j.gadget.Board;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.plugged.DeviceCopy;

/** {@code usbd4j device of}. */
final class DeviceOfCommand implements Command {
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
                "Prints the device file of a DFU device that is plugged into this machine, to serve a copy of it. Comments in it tell what cannot be known.",
                "The device is named by VID:PID, in hexadecimal, or by its folder in /sys/bus/usb/devices. It need not be in DFU mode, and nobody"
                        + " need be root; but the names of all memories are read only by who may write the device's file in /dev/bus/usb.");
    }

    @Override
    public String operand() {
        return "VID:PID|SYSFS-FOLDER";
    }

    @Override
    public List<String> footer() {
        return List.of(
                "Examples:",
                "  usbd4j device of 0483:df11 >copy.toml",
                "  usbd4j device of 3-1 >copy.toml",
                "  sudo usbd4j run --device copy.toml");
    }

    @Override
    public ExitStatus run(Arguments arguments, Console console) {
        console.out().print(DeviceCopy.of(board, arguments.operand(), Version.text()));
        return ExitStatus.OK;
    }
}
