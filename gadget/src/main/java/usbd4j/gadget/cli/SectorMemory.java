package usbd4j.gadget.cli;

import usbd4j.dfu.flash.MemoryLayout;

/**
 * A memory with sectors, which a host writes by address: the device speaks DfuSe.
 *
 * @param layout where what is
 */
record SectorMemory(MemoryLayout layout) implements DeclaredMemory {
    @Override
    public String name() {
        return layout.name().strip();
    }
}
