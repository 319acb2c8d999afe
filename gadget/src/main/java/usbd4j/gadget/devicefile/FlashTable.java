package usbd4j.gadget.devicefile;

import static usbd4j.gadget.devicefile.NumberTypes.ADDRESS;
import static usbd4j.gadget.devicefile.NumberTypes.BOOLEAN;
import static usbd4j.gadget.devicefile.NumberTypes.MILLISECONDS;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import usbd4j.dfu.dfuse.UploadEnd;
import usbd4j.dfu.flash.FlashFault;
import usbd4j.dfu.flash.FlashFaults;
import usbd4j.gadget.device.FlashBehavior;

/** The keys of {@code [dfu-mode]} for the cells of its memories. */
final class FlashTable {
    private static final ValueType<UploadEnd> UPLOAD_END =
            TextTypes.choice("\"short\" or \"error\"", UploadEnd.values());

    private FlashTable() {}

    static FlashBehavior read(Table table) {
        return new FlashBehavior(
                table.value(
                        "erase-time",
                        MILLISECONDS,
                        Duration.ZERO,
                        "How long the device is busy with each sector that it erases."),
                faults(table),
                Set.copyOf(table.value(
                        "power-cuts",
                        ADDRESS.array(),
                        List.of(),
                        "Cells at which the power fails, once each: a memory with sectors is programmed up to them; in one that takes"
                                + " whole images the firmware stays the old one, and the host is told errPOR. The device comes back in"
                                + " DFU mode.")),
                table.value(
                        "read-protected",
                        BOOLEAN,
                        false,
                        "Read protection is active when the program starts: UPLOAD is stalled, with errVENDOR, and in a memory with"
                                + " sectors erasing and writing is errVENDOR too, as in ST's boot loaders. DfuSe's command Read"
                                + " Unprotect erases everything, removes the protection and resets the device."),
                table.value(
                        "upload-end",
                        UPLOAD_END,
                        UploadEnd.ERROR,
                        "UPLOAD of a block behind the end of a memory with sectors: an empty block, which ends the upload as in DFU"
                                + " 1.1, or errTARGET as in ST's boot loaders. A block that reaches over the end is short with"
                                + " both."));
    }

    private static FlashFaults faults(Table table) {
        Map<FlashFault, Set<Long>> faults = new EnumMap<>(FlashFault.class);
        for (FlashFault fault : FlashFault.values()) {
            faults.put(fault, Set.copyOf(table.value(key(fault), ADDRESS.array(), List.of(), meaning(fault))));
        }
        return new FlashFaults(faults);
    }

    private static String key(FlashFault fault) {
        return switch (fault) {
            case READ -> "read-faults";
            case WRITE -> "write-faults";
            case PROGRAM -> "programming-faults";
            case VERIFY -> "verify-faults";
            case ERASE -> "erase-faults";
            case CHECK_ERASED -> "erase-check-faults";
            case PROTECTION -> "protected";
        };
    }

    private static String meaning(FlashFault fault) {
        return switch (fault) {
            case READ ->
                "Cells that cannot be read, by address, or in a memory that takes whole images by the place in the image: UPLOAD"
                        + " of their block is stalled, with errUNKNOWN, since DFU 1.1 has no status for reading.";
            case WRITE -> "Cells that cannot be written: nothing of their block is, errWRITE.";
            case PROGRAM -> "Cells that cannot be programmed: their block is programmed up to them, errPROG.";
            case VERIFY -> "Cells that read 0x00 once they are programmed, which a verification finds: errVERIFY.";
            case ERASE -> "Cells whose sector cannot be erased: errERASE.";
            case CHECK_ERASED ->
                "Cells that read 0x00 once their sector is erased, which a check finds: errCHECK_ERASED.";
            case PROTECTION ->
                "Cells whose sector is protected from erasing and programming, whatever the layout says: errVENDOR.";
        };
    }
}
