package usbd4j.gadget.copy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import usbd4j.gadget.capture.BusAddress;
import usbd4j.gadget.capture.RecordedDevice;
import usbd4j.stack.descriptor.DeviceDescriptor;

/**
 * A DFU device in a capture, in one mode.
 *
 * @param file the capture's name
 * @param descriptors its descriptors
 * @param recorded what was recorded of it at each address that it had, at least one
 */
record CapturedOriginal(String file, SeenDescriptors descriptors, Map<BusAddress, RecordedDevice> recorded)
        implements Original {
    /**
     * {@return a device at one address}
     *
     * @throws IllegalArgumentException if the capture has not enough of its descriptors, with a sentence on it
     */
    static CapturedOriginal of(String file, BusAddress address, RecordedDevice device) {
        SeenDescriptors descriptors = SeenDescriptors.read(CapturedDescriptors.of(device.descriptors()));
        if (descriptors.dfu().isEmpty()) {
            throw new IllegalArgumentException("it has no DFU interface, which is one of class fe/01");
        }
        return new CapturedOriginal(file, descriptors, Map.of(address, device));
    }

    SeenDfu dfu() {
        return descriptors.dfu().orElseThrow();
    }

    /** {@return whether it might be the same device, which came back} */
    boolean isLike(CapturedOriginal other) {
        DeviceDescriptor device = descriptors.device();
        return descriptors.equals(other.descriptors)
                && Stream.of(device.iManufacturer(), device.iProduct(), device.iSerialNumber())
                        .allMatch(index -> string(index).isEmpty()
                                || other.string(index).isEmpty()
                                || string(index).equals(other.string(index)));
    }

    /** {@return this device with what was recorded of it later} */
    CapturedOriginal with(CapturedOriginal later) {
        Map<BusAddress, RecordedDevice> both = new LinkedHashMap<>(recorded);
        both.putAll(later.recorded);
        return new CapturedOriginal(file, descriptors, both);
    }

    /** {@return whether it was told to leave, and may have come back in its other mode as that device} */
    boolean mayHaveBecome(CapturedOriginal other) {
        return dfu().isDfuMode() != other.dfu().isDfuMode()
                && recorded.values().stream().anyMatch(RecordedDevice::wasToldToLeave)
                && buses().equals(other.buses());
    }

    private List<Integer> buses() {
        return recorded.keySet().stream().map(BusAddress::bus).distinct().toList();
    }

    /** {@return the addresses that it had, such as "3.5, 3.7"} */
    String addresses() {
        return recorded.keySet().stream().map(BusAddress::toString).collect(Collectors.joining(", "));
    }

    @Override
    public String place() {
        return "device %s in %s".formatted(addresses(), file);
    }

    @Override
    public Optional<String> string(int index) {
        return index == 0
                ? Optional.empty()
                : Optional.of(longest(index)).filter(StringDescriptor::isWhole).flatMap(StringDescriptor::text);
    }

    @Override
    public String whyUnknown(int index) {
        StringDescriptor known = longest(index);
        if (known.length() == 0) {
            return "the host did not ask for it while it was captured; \"lsusb -v\" asks for all.";
        }
        return known.isWhole()
                ? "it has no text."
                : "of its %d bytes the capture has %d."
                        .formatted(known.length(), known.bytes().remaining());
    }

    private StringDescriptor longest(int index) {
        return recorded.values().stream()
                .map(each -> StringDescriptor.of(each.descriptors().string(index)))
                .max(Comparator.comparing(each -> each.bytes().remaining()))
                .orElseThrow();
    }

    @Override
    public Optional<byte[]> reportDescriptor(SeenConfiguration configuration, int bInterfaceNumber) {
        int length = configuration.settings(bInterfaceNumber).get(0).reportLength();
        return recorded.values().stream()
                .map(each -> each.descriptors().report(bInterfaceNumber))
                .filter(each -> each.hasRemaining() && each.remaining() >= length)
                .findFirst()
                .map(RawDescriptor::copy);
    }

    @Override
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        int missing = descriptors.device().bNumConfigurations()
                - descriptors.configurations().size();
        if (missing > 0) {
            remarks.add("%d more of its configurations are not in the capture.".formatted(missing));
        }
        remarks.add(
                "Not taken from the capture: strings in a second language, Microsoft OS and WebUSB descriptors (winusb, landing-page).");
        remarks.add("A capture does not tell at which speed the device was connected.");
        return remarks;
    }
}
