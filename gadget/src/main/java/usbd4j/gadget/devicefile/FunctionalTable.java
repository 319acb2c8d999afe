package usbd4j.gadget.devicefile;

import static usbd4j.gadget.devicefile.NumberTypes.BOOLEAN;
import static usbd4j.gadget.devicefile.NumberTypes.U16;
import static usbd4j.gadget.devicefile.TextTypes.VERSION;

import usbd4j.dfu.DfuAttributes;
import usbd4j.dfu.DfuFunctionalDescriptor;

/** {@code [functional]}. */
final class FunctionalTable {
    private static final int DFU = 0x0110;
    private static final int DFUSE = 0x011A;

    private FunctionalTable() {}

    static DfuFunctionalDescriptor read(Table table, boolean isDfuSe) {
        return new DfuFunctionalDescriptor(
                new DfuAttributes(
                        table.value("can-download", BOOLEAN, true, "bitCanDnload."),
                        table.value("can-upload", BOOLEAN, true, "bitCanUpload."),
                        table.optional(
                                        "manifestation-tolerant",
                                        BOOLEAN,
                                        "true; false if a memory has sectors",
                                        "bitManifestationTolerant: the device stays in DFU mode after manifestation; without, it"
                                                + " starts its firmware.")
                                .orElse(!isDfuSe),
                        table.value(
                                "will-detach",
                                BOOLEAN,
                                true,
                                "bitWillDetach: after DETACH the device leaves the bus by itself; without, the host resets the"
                                        + " bus.")),
                table.value("detach-timeout", U16, 1000, "wDetachTimeOut, in milliseconds."),
                table.value("transfer-size", U16, 4096, "wTransferSize, in bytes."),
                table.optional(
                                "version",
                                VERSION,
                                "\"1.10\"; \"1.1a\" if a memory has sectors",
                                "bcdDFUVersion; 1.1a makes dfu-util speak DfuSe.")
                        .orElse(isDfuSe ? DFUSE : DFU));
    }
}
