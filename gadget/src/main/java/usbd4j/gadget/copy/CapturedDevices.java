package usbd4j.gadget.copy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.GadgetException;
import usbd4j.gadget.capture.BusAddress;
import usbd4j.gadget.capture.Capture;
import usbd4j.gadget.capture.RecordedDevice;

/** The DFU devices in a capture. One that came back with the same descriptors is the same device. */
final class CapturedDevices {
    private static final String ADVICE = "begin the capture before the device is plugged in";

    private final Path file;
    private final List<CapturedOriginal> whole = new ArrayList<>();
    private final Map<BusAddress, String> missing = new LinkedHashMap<>();

    /**
     * Reads a capture.
     *
     * @param file a pcapng file with usbmon's packets
     * @throws GadgetException if it cannot be read, or has no DFU device
     */
    CapturedDevices(Path file) {
        this.file = file;
        requireCapture();
        Map<BusAddress, RecordedDevice> devices = new Capture(file).devices();
        if (devices.isEmpty()) {
            throw nothing("has no DFU device: no interface of class fe/01, and no GETSTATUS; " + ADVICE);
        }
        devices.forEach(this::add);
    }

    private void requireCapture() {
        try {
            if (!Capture.isIn(file)) {
                throw new GadgetException(
                        ExitStatus.TRACE,
                        "cannot read the capture %s: it is no pcapng file; \"editcap -F pcapng\", which comes with Wireshark, makes one of other captures"
                                .formatted(file));
            }
        } catch (IOException e) {
            throw new GadgetException(
                    ExitStatus.TRACE,
                    "cannot read the capture %s: it is not there, or this user may not read it".formatted(file),
                    e);
        }
    }

    private void add(BusAddress address, RecordedDevice device) {
        try {
            CapturedOriginal original = CapturedOriginal.of(String.valueOf(file.getFileName()), address, device);
            for (int i = 0; i < whole.size(); i++) {
                if (whole.get(i).isLike(original)) {
                    whole.set(i, whole.get(i).with(original));
                    return;
                }
            }
            whole.add(original);
        } catch (IllegalArgumentException e) {
            missing.put(address, String.valueOf(e.getMessage()));
        }
    }

    /**
     * {@return one device: as it was seen in run-time, or in DFU mode, or one of each}
     *
     * @param addresses which ones; none if there is only one, or one that came back in its other mode
     * @throws GadgetException if that is no device, or several
     */
    List<CapturedOriginal> find(List<BusAddress> addresses) {
        if (whole.isEmpty()) {
            throw nothing("has no DFU device with all of its descriptors: %s; %s"
                    .formatted(
                            missing.entrySet().stream()
                                    .map(each -> "of %s, %s".formatted(each.getKey(), each.getValue()))
                                    .collect(Collectors.joining(", ")),
                            ADVICE));
        }
        return addresses.isEmpty() ? only() : chosen(addresses);
    }

    private List<CapturedOriginal> only() {
        boolean isOne = whole.size() == 1 || (whole.size() == 2 && whole.get(0).mayHaveBecome(whole.get(1)));
        if (!isOne) {
            throw nothing(
                    "has several DFU devices; choose one of them with --address, or one in each mode: " + list(whole));
        }
        return List.copyOf(whole);
    }

    private List<CapturedOriginal> chosen(List<BusAddress> addresses) {
        List<CapturedOriginal> chosen =
                addresses.stream().map(this::at).distinct().toList();
        Map<Boolean, List<CapturedOriginal>> byMode =
                chosen.stream().collect(Collectors.groupingBy(each -> each.dfu().isDfuMode()));
        byMode.values().stream().filter(each -> each.size() > 1).findFirst().ifPresent(each -> {
            throw nothing("has these devices in the same mode, and a copy has one in each: " + list(each));
        });
        return chosen;
    }

    private CapturedOriginal at(BusAddress address) {
        return whole.stream()
                .filter(each -> each.recorded().containsKey(address))
                .findFirst()
                .orElseThrow(() -> nothing("has no DFU device %s with all of its descriptors; those that are there: %s"
                        .formatted(address, list(whole))));
    }

    private static String list(List<CapturedOriginal> devices) {
        Function<CapturedOriginal, String> text = each -> "%s (%s in %s)"
                .formatted(
                        each.addresses(),
                        each.descriptors().vendorAndProduct(),
                        each.dfu().mode());
        return devices.stream().map(text).collect(Collectors.joining(", "));
    }

    private GadgetException nothing(String sentence) {
        return new GadgetException(ExitStatus.NO_PLUGGED_DEVICE, "the capture %s %s".formatted(file, sentence));
    }
}
