package usbd4j.gadget.cli;

import java.lang.reflect.InvocationTargetException;
import usbd4j.stack.UsbClass;
import usbd4j.stack.example.Loopback;
import usbd4j.stack.example.Mouse;
import usbd4j.stack.example.SourceSink;
import usbd4j.stack.example.Thermometer;

/** The class that the device serves in place of DFU: an example, or one on the class path. */
final class ServedClass {
    static final CommandOption<UsbClass> OPTION = CommandOption.value(
            "class",
            "CLASS",
            ServedClass::named,
            "Serve another function than DFU: loopback, mouse, source-sink (for the kernel's usbtest; give it --vid 0525 --pid"
                    + " a4a0), vendor (a thermometer), or a Java class of yours, a UsbClass with a constructor without parameters on"
                    + " the class path: java -cp usbd4j.jar:yours.jar usbd4j.gadget.cli.Main in place of java -jar usbd4j.jar. It"
                    + " may say who the device is, and take keys: --set class.KEY=VALUE.");

    private ServedClass() {}

    /** {@return a new instance of the class with a name} */
    static UsbClass named(String name) {
        return switch (name) {
            case "loopback" -> new Loopback();
            case "source-sink" -> new SourceSink();
            case "mouse" -> new Mouse();
            case "vendor" -> new Thermometer();
            default -> load(name);
        };
    }

    private static UsbClass load(String name) {
        try {
            Object loaded = Class.forName(name).getConstructor().newInstance();
            if (loaded instanceof UsbClass usbClass) {
                return usbClass;
            }
            throw new IllegalArgumentException("%s does not implement %s".formatted(name, UsbClass.class.getName()));
        } catch (LinkageError e) {
            throw new IllegalArgumentException("cannot load %s: %s".formatted(name, e), e);
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(
                    "there is no class \"%s\" on the class path; the examples are loopback, mouse, source-sink and vendor"
                            .formatted(name),
                    e);
        } catch (NoSuchMethodException | IllegalAccessException | InstantiationException e) {
            throw new IllegalArgumentException(
                    "cannot create %s: it must be a public class with a public constructor without parameters"
                            .formatted(name),
                    e);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException("cannot create %s: %s".formatted(name, e.getCause()), e);
        }
    }
}
