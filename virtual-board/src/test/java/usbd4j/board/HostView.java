package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;

/**
 * What the host knows of a device.
 *
 * @param descriptors as sysfs has them, in hexadecimal digits
 * @param lsusb what lsusb -v prints, with the strings, but for where the device is
 */
record HostView(String descriptors, String lsusb) {
    /** Where a device is, which changes with each. */
    private static final String PLACE = "(?m)^Bus [0-9]+ Device [0-9]+: ";

    /** {@return what it knows of a DFU device, as soon as it has configured it} */
    static HostView of(int idVendor, int idProduct) {
        String id = "%04x:%04x".formatted(idVendor, idProduct);
        try (UsbHost host = UsbHost.of(idVendor, idProduct)) {
            Tool lsusb = Tool.run("lsusb", "-v", "-d", id);
            assertThat(lsusb.status()).as(lsusb.output()).isZero();
            assertThat(lsusb.output()).contains("ID " + id, "Device Firmware Update");
            return new HostView(
                    HexFormat.of().formatHex(host.descriptors()), lsusb.output().replaceAll(PLACE, ""));
        }
    }
}
