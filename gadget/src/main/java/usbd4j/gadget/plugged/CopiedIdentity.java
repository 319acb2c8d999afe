package usbd4j.gadget.plugged;

import java.util.Optional;
import usbd4j.gadget.device.Release;
import usbd4j.stack.descriptor.DeviceDescriptor;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.descriptor.UsbString;

/**
 * Who the device is.
 *
 * @param seen its device descriptor
 * @param strings its strings
 * @param isDfuMode whether it is in DFU mode, where firmware may change the release number of the copy
 */
record CopiedIdentity(DeviceDescriptor seen, PluggedStrings strings, boolean isDfuMode) {
    /**
     * Writes the keys.
     *
     * @param usual the defaults
     * @param usualProduct that of pid
     */
    void write(Identity usual, int usualProduct, TomlText toml) {
        toml.hexadecimal("vid", seen.idVendor(), 4, usual.idVendor());
        toml.hexadecimal("pid", seen.idProduct(), 4, usualProduct);
        release(usual.bcdDevice(), toml);
        text("manufacturer", "iManufacturer", seen.iManufacturer(), usual.manufacturer(), toml);
        text("product", "iProduct", seen.iProduct(), usual.product(), toml);
        text("serial", "iSerialNumber", seen.iSerialNumber(), usual.serialNumber(), toml);
    }

    private void release(int usual, TomlText toml) {
        try {
            int release = Release.ofDevice(Release.text(seen.bcdDevice()));
            if (isDfuMode || release != usual) {
                toml.text("release", Release.text(release));
            }
        } catch (IllegalArgumentException e) {
            toml.comment("bcdDevice is 0x%04x, and the kernel takes decimal digits only for that of a gadget."
                    .formatted(seen.bcdDevice()));
        }
    }

    private void text(String key, String field, int index, Optional<UsbString> usual, TomlText toml) {
        toml.text(
                key,
                CopiedText.of(field, index, strings, toml),
                usual.map(each -> each.in(UsbString.ENGLISH)).orElse(""));
    }
}
