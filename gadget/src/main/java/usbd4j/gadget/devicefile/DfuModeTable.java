package usbd4j.gadget.devicefile;

import static usbd4j.gadget.devicefile.NumberTypes.BOOLEAN;
import static usbd4j.gadget.devicefile.NumberTypes.ID;
import static usbd4j.gadget.devicefile.NumberTypes.MILLISECONDS;
import static usbd4j.gadget.devicefile.TextTypes.PAGE;
import static usbd4j.gadget.devicefile.TextTypes.PATTERN;
import static usbd4j.gadget.devicefile.TextTypes.RELEASE;
import static usbd4j.gadget.devicefile.TextTypes.STRING;
import static usbd4j.gadget.devicefile.VerificationType.VERIFICATION;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import usbd4j.dfu.DfuInterface;
import usbd4j.dfu.store.Verification;
import usbd4j.gadget.device.DfuMode;
import usbd4j.gadget.device.DfuModeIdentity;
import usbd4j.gadget.device.Driverless;
import usbd4j.gadget.device.ImageMemory;
import usbd4j.gadget.device.Memory;
import usbd4j.gadget.device.RunTime;
import usbd4j.stack.descriptor.UsbString;

/** {@code [dfu-mode]}. */
final class DfuModeTable {
    private static final Memory FIRMWARE = new ImageMemory(Optional.of(UsbString.of("Firmware")), 16L << 20, 0);
    private static final String SAME = "that of run-time";

    private DfuModeTable() {}

    static DfuMode read(Table table, RunTime runTime) {
        List<Memory> memories = table.tables(
                "memory",
                "A memory, which is an alternate setting: dfu-util -a NAME or -a NUMBER. Without any there is one, Firmware, of"
                        + " 16M.",
                MemoryTable::read);
        if (memories.isEmpty()) {
            memories = List.of(FIRMWARE);
        }
        boolean isDfuSe = memories.stream().anyMatch(Memory::isAddressed);
        return new DfuMode(
                identity(table),
                DfuInterfaceKeys.read(table, DfuInterface.DFU_MODE),
                new Driverless(
                        table.optional(
                                        "winusb",
                                        BOOLEAN,
                                        SAME,
                                        "Windows binds WinUSB by itself (Microsoft OS descriptors).")
                                .orElse(runTime.driverless().winUsb()),
                        table.optional("landing-page", PAGE, "none", "The page that browsers offer to open (WebUSB).")),
                memories,
                table.value(
                        "separate-interfaces",
                        BOOLEAN,
                        false,
                        "Each memory has an interface of its own, with the next number, as is always the case where the bus cannot do otherwise."),
                table.value(
                        "verify",
                        VERIFICATION,
                        Verification.NONE,
                        "Which images are taken: any, those that end with the CRC-32 of the rest (least significant byte first),"
                                + " or with its Ed25519 signature (FILE is the public key in PEM)."),
                table.optional(
                        "release-pattern",
                        PATTERN,
                        "none",
                        "Where firmware without a DFU suffix has its release number: what the group matches is bcdDevice in"
                                + " run-time."),
                FlashTable.read(table),
                table.value(
                        "programming-time",
                        MILLISECONDS,
                        Duration.ZERO,
                        "How long the device is busy with a block of full size, which has wTransferSize bytes. A shorter one takes"
                                + " as long in a memory that takes whole images, and less in proportion in one with sectors."),
                table.optional(
                        "manifestation-time",
                        MILLISECONDS,
                        "0; 20 if the device is not tolerant",
                        "How long manifestation takes; with 0 a tolerant device is in dfuIDLE when it answers, as fwupd needs it."),
                DfuModeOptionsTable.read(table, isDfuSe),
                table.tables(
                        "function",
                        "A function that the kernel serves beside DFU in DFU mode, as [[function]].",
                        FunctionTable::read));
    }

    private static DfuModeIdentity identity(Table table) {
        return new DfuModeIdentity(
                table.optional("vid", ID, SAME, "idVendor."),
                table.value("pid", ID, 0x0002, "idProduct."),
                table.optional("release", RELEASE, "the firmware's, or that of run-time", "bcdDevice."),
                table.optional("manufacturer", STRING, SAME, "iManufacturer."),
                table.optional("product", STRING, SAME, "iProduct."),
                table.optional("serial", STRING, SAME, "iSerialNumber."));
    }
}
