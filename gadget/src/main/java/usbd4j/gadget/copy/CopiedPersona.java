package usbd4j.gadget.copy;

import usbd4j.gadget.device.DeviceDescription;
import usbd4j.stack.descriptor.ConfigurationDescriptor;
import usbd4j.stack.descriptor.DeviceDescriptor;
import usbd4j.stack.descriptor.Identity;

/**
 * The device in the mode that it was seen in.
 *
 * @param original the device
 * @param dfu its DFU interface
 * @param functions what it is beside DFU
 * @param usual the defaults
 */
record CopiedPersona(Original original, SeenDfu dfu, CopiedFunctions functions, DeviceDescription usual) {
    /** {@return the persona that a device with a DFU interface was seen in} */
    static CopiedPersona of(Original original, DeviceDescription usual) {
        SeenDfu dfu = original.descriptors().dfu().orElseThrow();
        return new CopiedPersona(original, dfu, CopiedFunctions.of(original, dfu), usual);
    }

    boolean isDfuMode() {
        return dfu.isDfuMode();
    }

    /** {@return who the device is} */
    CopiedIdentity identity() {
        return new CopiedIdentity(original, isDfuMode());
    }

    /**
     * Writes the keys that both modes have.
     *
     * @param inherited the defaults of those that say who it is
     */
    void write(Identity inherited, TomlText toml) {
        identity().write(inherited, toml);
        new CopiedInterface(dfu, original, functions, usual).write(toml);
    }

    /**
     * Writes the memories, of a device in DFU mode.
     *
     * @return whether one of them has sectors
     */
    boolean writeMemories(TomlText toml) {
        toml.value("separate-interfaces", dfu.isSeparate(), false);
        CopiedMemories memories = new CopiedMemories(dfu, original);
        memories.write(toml);
        return memories.areAddressed();
    }

    /** {@return who it is, where it was seen, and in which mode, in words that follow "a copy of"} */
    String heading() {
        SeenDescriptors descriptors = original.descriptors();
        String product = original.string(descriptors.device().iProduct())
                .map(each -> " " + TomlText.quoted(each))
                .orElse("");
        return "%s%s, which was %s, in %s"
                .formatted(descriptors.vendorAndProduct(), product, original.place(), dfu.mode());
    }

    /** {@return what was seen, and no key can say} */
    String withoutKey() {
        DeviceDescriptor device = original.descriptors().device();
        ConfigurationDescriptor configuration = dfu.configuration().descriptor();
        return "No key has, of what it has in %s: bcdUSB %x.%02x, device class %02x/%02x/%02x, bMaxPacketSize0 %d, bmAttributes 0x%02x, bMaxPower %d, %d configuration(s)."
                .formatted(
                        dfu.mode(),
                        device.bcdUSB() >> 8,
                        device.bcdUSB() & 0xFF,
                        device.bDeviceClass(),
                        device.bDeviceSubClass(),
                        device.bDeviceProtocol(),
                        device.bMaxPacketSize0(),
                        configuration.bmAttributes(),
                        configuration.bMaxPower(),
                        device.bNumConfigurations());
    }
}
