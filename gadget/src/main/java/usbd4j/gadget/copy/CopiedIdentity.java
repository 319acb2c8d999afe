package usbd4j.gadget.copy;

import java.util.Optional;
import usbd4j.gadget.device.Release;
import usbd4j.stack.descriptor.DeviceDescriptor;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.descriptor.UsbString;

/**
 * Who the device is.
 *
 * @param original the device
 * @param isDfuMode whether it is in DFU mode, where firmware may change the release number of the copy
 */
record CopiedIdentity(Original original, boolean isDfuMode) {
    /**
     * Writes the keys.
     *
     * @param usual the defaults
     */
    void write(Identity usual, TomlText toml) {
        DeviceDescriptor seen = seen();
        toml.hexadecimal("vid", seen.idVendor(), 4, usual.idVendor());
        toml.hexadecimal("pid", seen.idProduct(), 4, usual.idProduct());
        release(usual.bcdDevice(), toml);
        text("manufacturer", "iManufacturer", seen.iManufacturer(), usual.manufacturer(), toml);
        text("product", "iProduct", seen.iProduct(), usual.product(), toml);
        text("serial", "iSerialNumber", seen.iSerialNumber(), usual.serialNumber(), toml);
    }

    /**
     * {@return what the keys are read as}
     *
     * @param usual the defaults
     */
    Identity read(Identity usual) {
        DeviceDescriptor seen = seen();
        return new Identity(
                seen.idVendor(),
                seen.idProduct(),
                release().orElse(usual.bcdDevice()),
                string(seen.iManufacturer()),
                string(seen.iProduct()),
                string(seen.iSerialNumber()));
    }

    private DeviceDescriptor seen() {
        return original.descriptors().device();
    }

    private void release(int usual, TomlText toml) {
        release()
                .ifPresentOrElse(
                        release -> {
                            if (isDfuMode || release != usual) {
                                toml.text("release", Release.text(release));
                            }
                        },
                        () -> toml.comment(
                                "bcdDevice is 0x%04x, and the kernel takes decimal digits only for that of a gadget."
                                        .formatted(seen().bcdDevice())));
    }

    /** {@return bcdDevice, if the kernel takes it} */
    private Optional<Integer> release() {
        try {
            return Optional.of(Release.ofDevice(Release.text(seen().bcdDevice())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<UsbString> string(int index) {
        return original.string(index).map(CopiedText::cut).map(UsbString::of);
    }

    private void text(String key, String field, int index, Optional<UsbString> usual, TomlText toml) {
        toml.text(
                key,
                CopiedText.of(field, index, original, toml),
                usual.map(each -> each.in(UsbString.ENGLISH)).orElse(""));
    }
}
