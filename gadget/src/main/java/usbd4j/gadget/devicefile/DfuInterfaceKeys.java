package usbd4j.gadget.devicefile;

import static usbd4j.gadget.devicefile.NumberTypes.U8;
import static usbd4j.gadget.devicefile.NumberTypes.U8_HEX;

import java.util.OptionalInt;
import usbd4j.dfu.DfuInterface;
import usbd4j.dfu.FunctionalPlace;

/** The keys of {@code [run-time]} and {@code [dfu-mode]} with which hosts are told of the DFU interface. */
final class DfuInterfaceKeys {
    private static final ValueType<FunctionalPlace> PLACE = TextTypes.choice(
            "\"absent\", \"before-alternates\", \"after-each-alternate\" or \"after-last-alternate\"",
            FunctionalPlace.values());

    /** From bLength and bDescriptorType alone on. */
    private static final ValueType<Integer> LENGTH = NumberTypes.number(2, 0xFF);

    private DfuInterfaceKeys() {}

    static DfuInterface read(Table table, DfuInterface usual) {
        return new DfuInterface(
                table.optional(
                                "interface-number",
                                U8,
                                "the next: 0 in a device without other functions",
                                "bInterfaceNumber of the DFU interface, to which hosts send its requests.")
                        .map(OptionalInt::of)
                        .orElse(usual.bInterfaceNumber()),
                table.value(
                        "interface-class", U8_HEX, usual.bInterfaceClass(), "bInterfaceClass of the DFU interface."),
                table.value(
                        "interface-subclass",
                        U8_HEX,
                        usual.bInterfaceSubClass(),
                        "bInterfaceSubClass of the DFU interface."),
                table.value(
                        "interface-protocol",
                        U8_HEX,
                        usual.bInterfaceProtocol(),
                        "bInterfaceProtocol of the DFU interface: 1 in run-time and 2 in DFU mode, by which hosts tell them apart."),
                table.value(
                        "functional-place",
                        PLACE,
                        usual.functionalPlace(),
                        "Where the functional descriptor is: nowhere, before the first interface descriptor of the DFU interface,"
                                + " after each of them, or after the last."),
                table.value(
                        "functional-length",
                        LENGTH,
                        usual.functionalLength(),
                        "bLength of the functional descriptor, which has so many bytes: cut off after them, or with zeros after the"
                                + " 9 of DFU 1.1. DFU 1.0 has 7, without bcdDFUVersion."));
    }
}
