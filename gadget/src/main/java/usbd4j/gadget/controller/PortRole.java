package usbd4j.gadget.controller;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import usbd4j.gadget.Board;
import usbd4j.gadget.Command;
import usbd4j.gadget.Remedy;
import usbd4j.gadget.SystemFile;
import usbd4j.gadget.boards.DeviceTree;

/**
 * Host or device: what the kernel says of the ports that can be either.
 *
 * @param switches the folder of each role switch in sysfs (sysfs-class-usb_role)
 * @param musbModes the {@code mode} of each musb controller, such as "b_idle" or "a_host"
 * @param dualRoleModes {@code dr_mode} of each controller in the device tree
 */
public record PortRole(List<Path> switches, List<String> musbModes, List<String> dualRoleModes) {
    /** {@return the roles of the board's ports} */
    public static PortRole of(Board board) {
        List<String> musb = SystemFile.folders(board.controllers()).stream()
                .map(each -> SystemFile.text(each.resolve("device/mode")))
                .filter(mode -> !mode.isEmpty())
                .toList();
        return new PortRole(
                SystemFile.folders(board.root().resolve("sys/class/usb_role")),
                musb,
                DeviceTree.of(board).dualRoleModes());
    }

    /** {@return the roles in words; empty if the kernel says nothing} */
    public String describe() {
        List<String> found = new ArrayList<>();
        switches.forEach(each -> found.add("usb_role %s".formatted(role(each))));
        musbModes.forEach(mode -> found.add("musb %s".formatted(mode)));
        dualRoleModes.forEach(mode -> found.add("dr_mode %s".formatted(mode)));
        return String.join(", ", found);
    }

    /** {@return what turns a port round that is a host's now; empty if none can be turned} */
    Optional<Remedy> turn() {
        return switches.stream()
                .filter(each -> !role(each).equals("device"))
                .map(each -> Remedy.by(
                        "put the port in device mode",
                        Command.risky("sh", "-c", "echo device >%s".formatted(each.resolve("role")))))
                .findFirst();
    }

    /** {@return whether the device tree leaves no port to a device} */
    boolean isHostOnly() {
        return !dualRoleModes.isEmpty() && dualRoleModes.stream().allMatch("host"::equals);
    }

    /** {@return whether the device tree has a port for a device} */
    boolean mayBeDevice() {
        return Stream.of("peripheral", "otg").anyMatch(dualRoleModes::contains);
    }

    private static String role(Path roleSwitch) {
        return SystemFile.text(roleSwitch.resolve("role"));
    }
}
