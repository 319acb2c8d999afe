package usbd4j.gadget.devicefile;

import static usbd4j.gadget.devicefile.NumberTypes.BOOLEAN;
import static usbd4j.gadget.devicefile.NumberTypes.ID;
import static usbd4j.gadget.devicefile.NumberTypes.MILLISECONDS;
import static usbd4j.gadget.devicefile.TextTypes.ON_DETACH;
import static usbd4j.gadget.devicefile.TextTypes.PAGE;
import static usbd4j.gadget.devicefile.TextTypes.RELEASE;
import static usbd4j.gadget.devicefile.TextTypes.STRING;

import java.util.List;
import java.util.Optional;
import usbd4j.dfu.DfuInterface;
import usbd4j.gadget.device.Driverless;
import usbd4j.gadget.device.KernelFunction;
import usbd4j.gadget.device.OnDetach;
import usbd4j.gadget.device.RunTime;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.descriptor.UsbString;

/** {@code [run-time]}. */
final class RunTimeTable {
    private static final Identity USUAL =
            new Identity(0x1209, 0x0001, 0x0100, text("usbd4j"), text("DFU test device"), text("0001"));

    private RunTimeTable() {}

    static RunTime read(Table table, Optional<Identity> ofClass, List<KernelFunction> functions) {
        Identity usual = ofClass.orElse(USUAL);
        return new RunTime(
                new Identity(
                        table.value("vid", ID, usual.idVendor(), "idVendor."),
                        table.value("pid", ID, usual.idProduct(), "idProduct."),
                        table.value(
                                "release",
                                RELEASE,
                                usual.bcdDevice(),
                                "bcdDevice, which fwupd takes as the firmware's version."),
                        table.value("manufacturer", STRING, usual.manufacturer(), "iManufacturer."),
                        table.value("product", STRING, usual.product(), "iProduct."),
                        table.value("serial", STRING, usual.serialNumber(), "iSerialNumber.")),
                table.value("interface-name", STRING, text("DFU run-time"), "iInterface of the DFU interface."),
                DfuInterfaceKeys.read(table, DfuInterface.RUN_TIME),
                new Driverless(
                        table.value(
                                "winusb", BOOLEAN, false, "Windows binds WinUSB by itself (Microsoft OS descriptors)."),
                        table.optional("landing-page", PAGE, "none", "The page that browsers offer to open (WebUSB).")),
                table.optional(
                        "detach-time",
                        MILLISECONDS,
                        "what wDetachTimeOut and the host allow; with will-detach at most 100",
                        "How long appDETACH really lasts, whatever the device claims: it waits that long for a bus reset, or, with"
                                + " will-detach, leaves the bus then."),
                table.value(
                        "on-detach",
                        ON_DETACH,
                        OnDetach.of("reattach"),
                        "What happens after a DETACH: the device comes back in run-time, comes back in DFU mode and takes"
                                + " firmware, stays away, or comes back when COMMAND has ended."),
                functions);
    }

    private static Optional<UsbString> text(String text) {
        return Optional.of(UsbString.of(text));
    }
}
