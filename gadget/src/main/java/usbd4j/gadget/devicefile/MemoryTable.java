package usbd4j.gadget.devicefile;

import static usbd4j.gadget.devicefile.TextTypes.SIZE;
import static usbd4j.gadget.devicefile.TextTypes.STRING;
import static usbd4j.gadget.devicefile.TextTypes.TEXT;

import java.util.Optional;
import usbd4j.dfu.flash.MemoryLayout;
import usbd4j.gadget.device.ImageMemory;
import usbd4j.gadget.device.Memory;
import usbd4j.gadget.device.SectorMemory;
import usbd4j.stack.descriptor.UsbString;

/** {@code [[dfu-mode.memory]]}. */
final class MemoryTable {
    private MemoryTable() {}

    static Memory read(Table table) {
        Optional<UsbString> name = table.value(
                "name",
                STRING,
                Optional.empty(),
                "iInterface of its alternate setting, byte for byte. For DfuSe it has the layout as well: \"@Internal Flash"
                        + "  /0x08000000/04*016Kg\".");
        Optional<Long> size = table.optional(
                "size", SIZE, "none: it has sectors", "Of a memory that takes whole images: the longest one.");
        Optional<String> layout = table.optional(
                "layout",
                TEXT,
                "that of its name",
                "Of a memory with sectors: its real layout, where its name tells none or another one.");
        long minimumSize = table.optional(
                        "minimum-size",
                        SIZE,
                        "0: any image is complete",
                        "The shortest image: DNLOAD without data after fewer bytes is errNOTDONE. Of a memory with sectors: how"
                                + " much must be written in DFU mode before the host may make the device leave.")
                .orElse(0L);
        if (size.isPresent()) {
            if (layout.isPresent()) {
                throw new IllegalArgumentException(
                        "a memory has a size, if it takes whole images, or a layout, if it has sectors; not both");
            }
            return new ImageMemory(name, size.get(), minimumSize);
        }
        return new SectorMemory(
                name,
                MemoryLayout.of(layout.or(() -> name.map(each -> each.in(UsbString.ENGLISH)))
                        .orElseThrow(() -> new IllegalArgumentException(
                                "a memory needs a size, if it takes whole images, or a layout, if it has sectors"))),
                minimumSize);
    }
}
