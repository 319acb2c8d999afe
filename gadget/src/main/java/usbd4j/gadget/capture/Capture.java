package usbd4j.gadget.capture;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.GadgetException;
import usbd4j.gadget.trace.BusChange;
import usbd4j.gadget.trace.Note;
import usbd4j.gadget.trace.TraceListener;
import usbd4j.gadget.trace.TraceSource;
import usbd4j.stack.BusEvent;
import usbd4j.stack.StandardRequest;

/**
 * A capture of the host's side, as a trace of the DFU devices in it; everything else on the bus is left out. A device gets a new address
 * each time that it comes to the bus: its run-time, its DFU mode and its return follow one another, as they do in a trace of the
 * device's own.
 */
public final class Capture implements TraceSource {
    private final Path file;

    /**
     * Prepares to read.
     *
     * @param file a pcapng file with usbmon's packets
     */
    public Capture(Path file) {
        this.file = file;
    }

    /**
     * {@return whether a file is a pcapng file, by its first bytes}
     *
     * @param file the file
     * @throws IOException if it cannot be read
     */
    public static boolean isIn(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] first = in.readNBytes(Integer.BYTES);
            return first.length == Integer.BYTES && ByteBuffer.wrap(first).getInt() == PcapNgReader.SECTION;
        }
    }

    @Override
    public void tell(TraceListener listener) {
        Map<BusAddress, RecordedDevice> devices = devices();
        if (devices.isEmpty()) {
            throw unreadable("has no DFU device: no interface of class fe/01, and no GETSTATUS");
        }
        Set<BusAddress> told = new HashSet<>();
        read((comments, time) -> comments.forEach(each -> listener.happened(new Note(time, each))), transfer -> {
            RecordedDevice device = devices.get(transfer.device());
            if (device != null) {
                if (told.add(transfer.device())) {
                    tell(transfer, device, listener);
                }
                tell(transfer, listener);
            }
        });
    }

    /**
     * {@return the DFU devices in it, in the order in which the host had to do with them}
     *
     * @throws GadgetException if it cannot be read
     */
    public Map<BusAddress, RecordedDevice> devices() {
        Map<BusAddress, RecordedDevice> devices = new LinkedHashMap<>();
        read(
                (comments, urb) -> {},
                transfer -> devices.computeIfAbsent(transfer.device(), address -> new RecordedDevice())
                        .look(transfer));
        // Which of them are DFU devices is known when all is read.
        devices.values().removeIf(each -> !each.isDfu());
        return devices;
    }

    private static void tell(RecordedTransfer first, RecordedDevice device, TraceListener listener) {
        Instant time = first.submitted().time();
        device.attached(time)
                .ifPresentOrElse(
                        listener::happened,
                        () -> listener.happened(new Note(
                                time, "device " + first.device() + ": its descriptors are not in the capture")));
    }

    private static void tell(RecordedTransfer transfer, TraceListener listener) {
        Instant over = transfer.completed().time();
        transfer.trouble()
                .ifPresent(errno -> listener.happened(new Note(over, "the host's controller says " + errno + ":")));
        listener.happened(transfer.event());
        boolean isConfigured = transfer.completed().status() == 0
                && transfer.submitted()
                        .setup()
                        .filter(setup -> setup.wValue() != 0)
                        .flatMap(StandardRequest::of)
                        .equals(Optional.of(StandardRequest.SET_CONFIGURATION));
        if (isConfigured) {
            listener.happened(new BusChange(over, BusEvent.CONFIGURED, Optional.empty()));
        }
    }

    private void read(BiConsumer<List<String>, Instant> comments, Consumer<RecordedTransfer> over) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            PcapNgReader reader = new PcapNgReader(in);
            PendingUrbs pending = new PendingUrbs();
            for (Optional<RecordedPacket> next = reader.next(); next.isPresent(); next = reader.next()) {
                Urb urb = Urb.of(next.get());
                comments.accept(next.get().comments(), urb.time());
                pending.pair(urb).ifPresent(over);
            }
        } catch (IllegalArgumentException e) {
            throw unreadable(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw unreadable("ends in an error: " + e.getMessage());
        }
    }

    private GadgetException unreadable(String why) {
        return new GadgetException(ExitStatus.TRACE, "cannot read the capture %s: it %s".formatted(file, why));
    }
}
