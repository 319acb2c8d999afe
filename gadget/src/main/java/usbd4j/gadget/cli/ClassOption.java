package usbd4j.gadget.cli;

import java.util.Optional;
import picocli.CommandLine.Option;
import usbd4j.stack.UsbClass;

/** {@code --class}. */
final class ClassOption {
    @Option(
            names = "--class",
            paramLabel = "CLASS",
            converter = ServedClass.Converter.class,
            description =
                    "Serve another function than DFU: loopback, mouse, source-sink (for the kernel's usbtest; give it --vid 0525 --pid"
                            + " a4a0), vendor (a thermometer), or a Java class of yours, a UsbClass with a constructor without parameters: java -cp"
                            + " usbd4j.jar:yours.jar usbd4j.gadget.cli.Main run --class your.Class. It may say who the device is, and"
                            + " take keys: --set class.KEY=VALUE.")
    private Optional<ServedClass> function = Optional.empty();

    /** {@return the class, if the option is given} */
    Optional<UsbClass> value() {
        return function.map(ServedClass::instance);
    }
}
