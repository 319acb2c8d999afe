package usbd4j.gadget.cli;

import picocli.CommandLine.Option;
import usbd4j.gadget.cli.TextConverter.Text;
import usbd4j.stack.descriptor.Identity;

/** Who the device says it is. */
final class IdentityOptions {
    @Option(
            names = "--vid",
            paramLabel = "HEX",
            converter = UsbId.Converter.class,
            order = 1,
            description = "Vendor's number, idVendor (default: ${DEFAULT-VALUE}).")
    private UsbId vid = new UsbId(0x1209);

    @Option(
            names = "--pid",
            paramLabel = "HEX",
            converter = UsbId.Converter.class,
            order = 2,
            description = "Product's number, idProduct (default: ${DEFAULT-VALUE}).")
    private UsbId pid = new UsbId(0x0001);

    @Option(
            names = "--release",
            paramLabel = "N.NN",
            converter = Release.DecimalConverter.class,
            order = 3,
            description =
                    "Release number, bcdDevice; fwupd takes it as the firmware's version (default: ${DEFAULT-VALUE}).")
    private Release release = new Release(0x0100);

    @Option(
            names = "--manufacturer",
            paramLabel = "TEXT",
            converter = TextConverter.class,
            order = 4,
            description = "iManufacturer (default: ${DEFAULT-VALUE}; an empty text: no string).")
    private Text manufacturer = Text.of("usbd4j");

    @Option(
            names = "--product",
            paramLabel = "TEXT",
            converter = TextConverter.class,
            order = 5,
            description = "iProduct (default: ${DEFAULT-VALUE}).")
    private Text product = Text.of("DFU test device");

    @Option(
            names = "--serial",
            paramLabel = "TEXT",
            converter = TextConverter.class,
            order = 6,
            description = "iSerialNumber (default: ${DEFAULT-VALUE}).")
    private Text serial = Text.of("0001");

    Identity identity() {
        return new Identity(
                vid.value(), pid.value(), release.bcd(), manufacturer.string(), product.string(), serial.string());
    }
}
