package usbd4j.gadget.copy;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import usbd4j.stack.descriptor.EndpointDescriptor;
import usbd4j.stack.descriptor.TransferType;

/**
 * A function that the kernel serves, in place of one of the device.
 *
 * @param kind its name in configfs
 * @param name tells it from others
 * @param interfaceCount how many interfaces it has
 * @param attributes as TOML has them
 * @param difference what it has not of the device's
 */
record CopiedFunction(String kind, String name, int interfaceCount, Map<String, String> attributes, String difference) {
    private static final int COMMUNICATIONS = 0x02;
    private static final int ABSTRACT_CONTROL_MODEL = 0x02;
    private static final int CDC_DATA = 0x0A;
    private static final int MASS_STORAGE = 0x08;
    private static final int SCSI = 0x06;
    private static final int BULK_ONLY = 0x50;

    /** Of bmAttributes. */
    private static final int TYPE = 0x03;

    /**
     * {@return the function for an interface}
     *
     * @param first the interface
     * @param second the next one, if there is one, to which the function may extend
     * @param report its report descriptor, if it has one and that is known
     * @param number of how many functions it is, from 0
     */
    static Optional<CopiedFunction> of(
            SeenSetting first, Optional<SeenSetting> second, Optional<byte[]> report, int number) {
        String name = "usb" + number;
        if (first.is(COMMUNICATIONS, ABSTRACT_CONTROL_MODEL)
                && second.filter(each -> each.descriptor().bInterfaceClass() == CDC_DATA)
                        .isPresent()) {
            return Optional.of(new CopiedFunction(
                    "acm", name, 2, Map.of(), "A serial port, with endpoints of the kernel's choice."));
        }
        if (first.is(MASS_STORAGE, SCSI) && first.descriptor().bInterfaceProtocol() == BULK_ONLY) {
            return Optional.of(new CopiedFunction(
                    "mass_storage",
                    name,
                    1,
                    Map.of("\"lun.0/removable\"", "true"),
                    "A disk without a medium: what is in the device's was not read. \"lun.0/file\" names an image."));
        }
        return first.isHid() ? hid(first, report, name) : Optional.empty();
    }

    private static Optional<CopiedFunction> hid(SeenSetting setting, Optional<byte[]> report, String name) {
        Optional<EndpointDescriptor> reports = setting.endpoints().stream()
                .filter(each -> each.isIn() && (each.bmAttributes() & TYPE) == TransferType.INTERRUPT.code())
                .findFirst();
        if (reports.isEmpty() || report.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("protocol", Integer.toString(setting.descriptor().bInterfaceProtocol()));
        attributes.put("subclass", Integer.toString(setting.descriptor().bInterfaceSubClass()));
        if (setting.endpoints().stream().allMatch(EndpointDescriptor::isIn)) {
            attributes.put("no_out_endpoint", "true");
        }
        attributes.put("report_length", Integer.toString(reports.get().packetSize()));
        attributes.put("report_desc", TomlText.quoted(HexFormat.of().formatHex(report.get())));
        return Optional.of(
                new CopiedFunction("hid", name, 1, attributes, "It sends no reports by itself: /dev/hidg0 does."));
    }

    void write(String table, TomlText toml) {
        toml.tableOfArray(table);
        toml.comment(difference);
        toml.text("kind", kind);
        toml.text("name", name);
        attributes.forEach(toml::value);
    }
}
