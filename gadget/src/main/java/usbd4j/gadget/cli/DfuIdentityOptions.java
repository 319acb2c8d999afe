package usbd4j.gadget.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import usbd4j.gadget.cli.TextConverter.Text;
import usbd4j.gadget.configfs.KernelFunction;
import usbd4j.stack.descriptor.Identity;

/** Who the device says it is in DFU mode: the same as in run-time, but for what is given here. */
final class DfuIdentityOptions {
    @Option(
            names = "--dfu-vid",
            paramLabel = "HEX",
            converter = UsbId.Converter.class,
            order = 1,
            description = "idVendor in DFU mode (default: that of --vid).")
    private Optional<UsbId> vid = Optional.empty();

    @Option(
            names = "--dfu-pid",
            paramLabel = "HEX",
            converter = UsbId.Converter.class,
            order = 2,
            description = "idProduct in DFU mode (default: ${DEFAULT-VALUE}).")
    private UsbId pid = new UsbId(0x0002);

    @Option(
            names = "--dfu-release",
            paramLabel = "N.NN",
            converter = Release.DecimalConverter.class,
            order = 3,
            description = "bcdDevice in DFU mode (default: the firmware's, else that of --release).")
    private Optional<Release> release = Optional.empty();

    @Option(
            names = "--dfu-manufacturer",
            paramLabel = "TEXT",
            converter = TextConverter.class,
            order = 4,
            description = "iManufacturer in DFU mode (default: that of --manufacturer).")
    private Optional<Text> manufacturer = Optional.empty();

    @Option(
            names = "--dfu-product",
            paramLabel = "TEXT",
            converter = TextConverter.class,
            order = 5,
            description = "iProduct in DFU mode (default: that of --product).")
    private Optional<Text> product = Optional.empty();

    @Option(
            names = "--dfu-serial",
            paramLabel = "TEXT",
            converter = TextConverter.class,
            order = 6,
            description = "iSerialNumber in DFU mode (default: that of --serial).")
    private Optional<Text> serial = Optional.empty();

    @Option(
            names = "--dfu-with-function",
            paramLabel = "KIND.NAME",
            converter = PlaceOptions.FunctionConverter.class,
            order = 7,
            description = "A function that the kernel serves beside DFU in DFU mode (default: none).")
    private List<KernelFunction> functions = new ArrayList<>();

    /** {@return the device in DFU mode, given the one in run-time} */
    Identity of(Identity runTime) {
        return new Identity(
                vid.map(UsbId::value).orElse(runTime.idVendor()),
                pid.value(),
                release.map(Release::bcd).orElse(runTime.bcdDevice()),
                manufacturer.map(Text::string).orElse(runTime.manufacturer()),
                product.map(Text::string).orElse(runTime.product()),
                serial.map(Text::string).orElse(runTime.serialNumber()));
    }

    List<KernelFunction> functions() {
        return functions;
    }
}
