package usbd4j.gadget.cli;

import java.lang.reflect.InvocationTargetException;
import usbd4j.stack.UsbClass;
import usbd4j.stack.example.Loopback;
import usbd4j.stack.example.Mouse;
import usbd4j.stack.example.SourceSink;
import usbd4j.stack.example.Thermometer;

/**
 * The class that the device serves in place of DFU.
 *
 * @param instance the instance that handles the requests
 */
record ServedClass(UsbClass instance) {
    /** Reads the name of an example, or of a class on the class path. */
    static final class Converter extends CheckedConverter<ServedClass> {
        @Override
        ServedClass checked(String text) {
            return new ServedClass(
                    switch (text) {
                        case "loopback" -> new Loopback();
                        case "source-sink" -> new SourceSink();
                        case "mouse" -> new Mouse();
                        case "vendor" -> new Thermometer();
                        default -> load(text);
                    });
        }
    }

    private static UsbClass load(String name) {
        try {
            Object loaded = Class.forName(name).getConstructor().newInstance();
            if (loaded instanceof UsbClass usbClass) {
                return usbClass;
            }
            throw new IllegalArgumentException("%s does not implement %s".formatted(name, UsbClass.class.getName()));
        } catch (ClassNotFoundException | LinkageError e) {
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
