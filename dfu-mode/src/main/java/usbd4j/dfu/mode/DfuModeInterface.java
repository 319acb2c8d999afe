package usbd4j.dfu.mode;

import java.util.ArrayList;
import java.util.List;
import usbd4j.dfu.DfuFunctionalDescriptor;
import usbd4j.stack.descriptor.AlternateSetting;
import usbd4j.stack.descriptor.UsbInterface;

/** The interface of a device in DFU mode (DFU 1.1, 4.2.3): an alternate setting for each memory. */
final class DfuModeInterface {
    private static final int APPLICATION_SPECIFIC = 0xFE;
    private static final int FIRMWARE_UPGRADE = 0x01;
    private static final int DFU_MODE_PROTOCOL = 0x02;

    private DfuModeInterface() {}

    /** {@return the interface} The functional descriptor follows the last alternate setting. */
    static UsbInterface of(DfuFunctionalDescriptor functional, List<DfuMemory> memories) {
        int last = memories.size() - 1;
        List<AlternateSetting> settings = new ArrayList<>();
        for (DfuMemory memory : memories) {
            settings.add(AlternateSetting.of(APPLICATION_SPECIFIC, FIRMWARE_UPGRADE, DFU_MODE_PROTOCOL)
                    .named(memory.name()));
        }
        settings.set(last, settings.get(last).showing(functional));
        return UsbInterface.of(settings);
    }
}
