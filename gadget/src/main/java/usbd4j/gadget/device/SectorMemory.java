package usbd4j.gadget.device;

import java.util.Optional;
import usbd4j.dfu.flash.MemoryLayout;
import usbd4j.stack.descriptor.UsbString;

/**
 * A memory with sectors, which a host erases and writes by address: the device speaks DfuSe.
 *
 * @param name what iInterface of its alternate setting points to
 * @param layout its regions
 * @param minimumSize how many bytes a host must write before the device starts its firmware
 */
public record SectorMemory(Optional<UsbString> name, MemoryLayout layout, long minimumSize) implements Memory {
    @Override
    public boolean isAddressed() {
        return true;
    }
}
