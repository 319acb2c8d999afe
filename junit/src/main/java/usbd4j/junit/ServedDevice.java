package usbd4j.junit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import usbd4j.dfu.store.StoredImage;
import usbd4j.gadget.Board;
import usbd4j.gadget.configfs.GadgetName;
import usbd4j.gadget.device.DeviceDescription;
import usbd4j.gadget.device.Memory;
import usbd4j.gadget.serve.BusKind;
import usbd4j.gadget.serve.DeviceRun;
import usbd4j.gadget.serve.Place;
import usbd4j.gadget.serve.ServedBus;
import usbd4j.gadget.service.ServiceManager;
import usbd4j.gadget.trace.LiveLog;
import usbd4j.gadget.transcript.ConsoleLoggerFinder;
import usbd4j.stack.descriptor.UsbString;

/** A device that is served by a thread of its own, with files of its own, until it is closed. */
final class ServedDevice implements AutoCloseable {
    private static final GadgetName NAME = new GadgetName("usbd4j");

    /** How long taking it off the bus may take. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final DeviceDescription description;
    private final DeviceFolder folder;
    private final Place place;
    private final DeviceRun run;
    private final Thread thread = new Thread(this::serve, "USB device under test");
    private final LiveTranscript transcript = new LiveTranscript();

    private ServedDevice(DescribedDevice device, DeviceFolder folder) {
        this.description = device.description();
        this.folder = folder;
        this.place = new Place(
                Board.linux(),
                NAME,
                Optional.empty(),
                new ServedBus(BusKind.VHCI),
                Optional.empty(),
                folder.store(),
                false);
        this.run = new DeviceRun(description, place, device.usbClass(), ServiceManager.none(), List.of(new LiveLog()));
        thread.setDaemon(true);
    }

    /**
     * {@return the device, on its way to the bus}
     *
     * @param asked what it is
     * @throws IllegalArgumentException if there is no such device
     */
    static ServedDevice start(UsbDeviceUnderTest asked) {
        DeviceFolder folder = DeviceFolder.make();
        try {
            ServedDevice device = new ServedDevice(DescribedDevice.by(asked, folder), folder);
            device.thread.start();
            return device;
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private void serve() {
        try {
            ConsoleLoggerFinder.telling(transcript::add, run::serve);
            transcript.end(Optional.empty());
        } catch (RuntimeException | Error e) {
            transcript.end(Optional.of(e));
        }
    }

    LiveTranscript transcript() {
        return transcript;
    }

    /**
     * {@return the firmware in the first memory that is wanted; empty if none has been written}
     *
     * @param wanted given the name of a memory
     */
    byte[] firmware(Predicate<String> wanted) {
        return description.dfuMode().memories().stream()
                .filter(memory -> wanted.test(name(memory)))
                .findFirst()
                .map(memory -> StoredImage.contents(place.firmware().resolve(memory.folder()))
                        .orElse(new byte[0]))
                .orElseThrow(() -> new IllegalArgumentException(
                        "the device has no memory of that name, only %s".formatted(names())));
    }

    private String names() {
        return String.join(
                ", ",
                description.dfuMode().memories().stream()
                        .map(ServedDevice::name)
                        .toList());
    }

    private static String name(Memory memory) {
        return memory.name().map(each -> each.in(UsbString.ENGLISH)).orElse("");
    }

    /**
     * Takes the device off the bus, and removes its files.
     *
     * @throws IllegalStateException if it does not leave
     */
    @Override
    public void close() {
        run.stop();
        try {
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            throw new IllegalStateException("the device does not stop, and stays on the bus until this JVM ends"
                    + DeviceTranscript.shown(transcript.lines()));
        }
        folder.close();
    }
}
