package usbd4j.gadget.boards;

import java.util.List;
import java.util.Optional;

/**
 * The table of boards. Where a fact comes from is told in configfs-scripts/BOARDS.md; what neither this program nor the device
 * tree knows is left to the board's manual.
 */
public final class KnownBoards {
    private static final String ANY = "see `usbd4j udcs`";

    /** What puts the controller of a Raspberry Pi in device mode. README and BOARDS.md have the same line. */
    private static final String OVERLAY =
            "add \"dtoverlay=dwc2,dr_mode=peripheral\" under [all] at the end of /boot/firmware/config.txt (before"
                    + " \"bookworm\": /boot/config.txt) and reboot";

    private static final Optional<String> GADGET_MODE = Optional.of(
            "on a Raspberry Pi it may be the package rpi-usb-gadget (\"rpi-usb-gadget off\" also removes the dtoverlay line), or a"
                    + " module named in cmdline.txt or /etc/modules");

    private static final String HOST_ONLY =
            "this model cannot be a USB device: its only USB port is connected to a hub on the board; take another";

    private static final String IMAGE =
            "the device tree of BeagleBoard's images puts the port in device mode: is it the board's own image and kernel?"
                    + " Otherwise set dr_mode = \"peripheral\" at the node usb0";

    private static final Optional<String> IMAGES_GADGET = Optional.of(
            "BeagleBoard's images make a gadget at each boot: switch it off with \"systemctl disable bb-usb-gadgets.service\","
                    + " on older images \"systemctl disable generic-board-startup.service\"");

    private static final List<BoardModel> ALL = List.of(
            raspberry("Raspberry Pi Zero 2 W", "Raspberry Pi Zero 2", "`3f980000.usb`", zeroPort(), OVERLAY),
            raspberry("Raspberry Pi Zero, Zero W", "Raspberry Pi Zero", "`20980000.usb`", zeroPort(), OVERLAY),
            raspberry(
                    "Raspberry Pi 3 A+",
                    "Raspberry Pi 3 Model A",
                    ANY,
                    "USB-A, with an A-to-A cable whose 5 V wire is cut",
                    OVERLAY),
            raspberry(
                    "Raspberry Pi 1 A, A+",
                    "Raspberry Pi Model A",
                    ANY,
                    "USB-A, with an A-to-A cable whose 5 V wire is cut",
                    OVERLAY),
            raspberry("Raspberry Pi 4 B, 400", "Raspberry Pi 4", "`fe980000.usb`", "USB-C, the one for power", OVERLAY),
            raspberry("Raspberry Pi 5, 500", "Raspberry Pi 5", ANY, "USB-C, the one for power", OVERLAY),
            raspberry(
                    "Raspberry Pi Compute Module 4",
                    "Raspberry Pi Compute Module 4",
                    ANY,
                    "the carrier's port for rpiboot; micro-USB on the IO Board",
                    "delete \"otg_mode=1\" from config.txt, which gives the port to another controller; then "
                            + OVERLAY),
            raspberry("Raspberry Pi 1 B, B+", "Raspberry Pi Model B", "none", "none", HOST_ONLY),
            raspberry("Raspberry Pi 2 B", "Raspberry Pi 2", "none", "none", HOST_ONLY),
            raspberry("Raspberry Pi 3 B, 3 B+", "Raspberry Pi 3 Model B", "none", "none", HOST_ONLY),
            beagle("BeagleBone Black", "BeagleBone Black", "mini-USB"),
            beagle("BeagleBone Green", "BeagleBone Green", "micro-USB"),
            beagle("PocketBeagle", "AM335x PocketBeagle", "micro-USB"),
            new BoardModel(
                    "BeagleBone AI-64",
                    List.of("BeagleBone AI-64"),
                    ANY,
                    "USB-C, the one for power",
                    "cdns3_ti",
                    IMAGE,
                    IMAGES_GADGET),
            new BoardModel(
                    "other boards with an Allwinner processor",
                    List.of("allwinner,"),
                    "such as `musb-hdrc.2.auto`",
                    "the OTG port",
                    "sunxi",
                    "set status = \"okay\" and dr_mode = \"peripheral\" at the device tree's node usb_otg, with an overlay (on"
                            + " Armbian: armbian-add-overlay FILE.dts), and reboot",
                    Optional.empty()),
            new BoardModel(
                    "other boards with a Rockchip processor",
                    List.of("rockchip,"),
                    ANY,
                    "the OTG port",
                    "dwc3",
                    "set dr_mode = \"peripheral\" at the device tree's dwc3 node of the OTG port (dwc2 on RK3328 and older),"
                            + " with an overlay (on Armbian: armbian-add-overlay FILE.dts), and reboot",
                    Optional.empty()));

    private KnownBoards() {}

    /** {@return all of them; the first that fits is the board's} */
    public static List<BoardModel> all() {
        return ALL;
    }

    /**
     * {@return the model of a board; empty if this program does not know it}
     *
     * @param tree the board's device tree
     */
    public static Optional<BoardModel> of(DeviceTree tree) {
        return ALL.stream().filter(each -> each.is(tree)).findFirst();
    }

    private static BoardModel raspberry(String name, String mark, String controller, String port, String deviceMode) {
        return new BoardModel(name, List.of(mark), controller, port, "dwc2", deviceMode, GADGET_MODE);
    }

    private static String zeroPort() {
        return "micro-USB, the one marked USB, next to the mini-HDMI";
    }

    private static BoardModel beagle(String name, String mark, String port) {
        return new BoardModel(
                name,
                List.of(mark),
                "`musb-hdrc.0` (before kernel 4.9 `musb-hdrc.0.auto`)",
                port,
                "musb_dsps",
                IMAGE,
                IMAGES_GADGET);
    }
}
