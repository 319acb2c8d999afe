package usbd4j.stack;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import usbd4j.stack.descriptor.Configuration;
import usbd4j.stack.descriptor.DeclarationException;
import usbd4j.stack.descriptor.Descriptors;
import usbd4j.stack.descriptor.DeviceCapability;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.descriptor.NumberedEndpoint;
import usbd4j.stack.descriptor.NumberedInterface;
import usbd4j.stack.descriptor.NumberedSetting;
import usbd4j.stack.descriptor.StringTable;
import usbd4j.stack.descriptor.UsbConfiguration;
import usbd4j.stack.descriptor.UsbInterface;
import usbd4j.stack.descriptor.UsbString;

/** Builds a device: turns what its classes declare into descriptors, then gives each class the bus's endpoints. */
final class Assembly {
    private final List<DeviceConfiguration> configurations;
    private final List<List<Part>> parts = new ArrayList<>();
    private final Descriptors descriptors;

    /** One class with the interfaces and strings it declares. */
    private record Part(UsbClass owner, List<UsbInterface> interfaces, List<UsbString> strings) {
        static Part of(UsbClass owner) {
            return new Part(
                    owner,
                    ClassException.make(owner, "interfaces()", UsbClass::interfaces),
                    ClassException.make(owner, "strings()", UsbClass::strings));
        }
    }

    Assembly(Identity identity, List<DeviceConfiguration> configurations) {
        this.configurations = configurations;
        List<UsbConfiguration> declared = new ArrayList<>();
        for (DeviceConfiguration each : configurations) {
            List<Part> asked = each.classes().stream().map(Part::of).toList();
            parts.add(asked);
            List<UsbInterface> interfaces =
                    asked.stream().flatMap(part -> part.interfaces().stream()).toList();
            declared.add(new UsbConfiguration(interfaces, each.power(), each.name()));
        }
        List<DeviceCapability> capabilities = configurations.stream()
                .flatMap(each -> each.classes().stream())
                .flatMap(each -> ClassException.make(each, "capabilities()", UsbClass::capabilities).stream())
                .toList();
        List<UsbString> strings = parts.stream()
                .flatMap(List::stream)
                .flatMap(part -> part.strings().stream())
                .toList();
        descriptors = descriptors(identity, declared, capabilities, strings);
    }

    private Descriptors descriptors(
            Identity identity,
            List<UsbConfiguration> declared,
            List<DeviceCapability> capabilities,
            List<UsbString> strings) {
        try {
            return Descriptors.of(identity, declared, capabilities, strings);
        } catch (DeclarationException e) {
            throw ClassException.inInterfaces(ownerOf(e.bConfigurationValue(), e.which()), e);
        } catch (IllegalArgumentException e) {
            throw new UsbException("the classes do not make a device: " + e.getMessage(), e);
        }
    }

    private UsbClass ownerOf(int bConfigurationValue, int which) {
        return parts.get(bConfigurationValue - 1).stream()
                .flatMap(part -> part.interfaces().stream().map(each -> part.owner()))
                .skip(which)
                .findFirst()
                .orElseThrow();
    }

    Descriptors descriptors() {
        return descriptors;
    }

    /** Gives each class its endpoints and string indexes, and returns the device's status. Called once the bus is open. */
    DeviceStatus connect(UsbBus bus) {
        Iterator<Endpoint> endpoints = bus.endpoints().iterator();
        List<LiveConfiguration> live = new ArrayList<>();
        for (int i = 0; i < configurations.size(); i++) {
            Configuration shown = descriptors.configurations().get(i);
            List<LiveInterface> interfaces = new ArrayList<>();
            for (Part part : parts.get(i)) {
                connect(part, shown, interfaces, endpoints);
                List<Integer> indexes = indexes(part.strings(), bus);
                ClassException.run(part.owner(), "stringIndexes()", each -> each.stringIndexes(indexes));
            }
            live.add(new LiveConfiguration(shown, configurations.get(i).classes(), interfaces));
        }
        return new DeviceStatus(live);
    }

    private List<Integer> indexes(List<UsbString> strings, UsbBus bus) {
        StringTable table = descriptors.strings();
        return strings.stream().map(table::index).map(bus::stringIndex).toList();
    }

    private static void connect(
            Part part, Configuration shown, List<LiveInterface> interfaces, Iterator<Endpoint> endpoints) {
        List<Endpoint> owned = new ArrayList<>();
        for (int which = 0; which < part.interfaces().size(); which++) {
            NumberedInterface numbered = shown.interfaces().get(interfaces.size());
            List<Map<Integer, Endpoint>> settings = new ArrayList<>();
            for (NumberedSetting setting : numbered.settings()) {
                Map<Integer, Endpoint> byAddress = new LinkedHashMap<>();
                for (NumberedEndpoint each : setting.endpoints()) {
                    byAddress.put(each.bEndpointAddress(), endpoints.next());
                }
                settings.add(byAddress);
                owned.addAll(byAddress.values());
            }
            interfaces.add(new LiveInterface(part.owner(), numbered.bInterfaceNumber(), which, settings));
        }
        ClassException.run(part.owner(), "endpoints()", each -> each.endpoints(List.copyOf(owned)));
    }
}
