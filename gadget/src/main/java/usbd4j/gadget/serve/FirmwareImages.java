package usbd4j.gadget.serve;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import usbd4j.dfu.store.StoredImage;
import usbd4j.gadget.device.Memory;
import usbd4j.gadget.device.Release;
import usbd4j.gadget.device.ReleasePattern;

/** What the memories of a device hold, each in a folder of its own. */
final class FirmwareImages implements AutoCloseable {
    private static final Logger LOG = System.getLogger(FirmwareImages.class.getName());

    private final List<Memory> memories;
    private final List<StoredImage> images = new ArrayList<>();

    /**
     * Opens all folders, or none.
     *
     * @param directory where they are
     * @param memories the memories, in the order of the alternate settings
     */
    FirmwareImages(Path directory, List<Memory> memories) {
        this.memories = memories;
        try {
            memories.forEach(memory -> images.add(new StoredImage(directory.resolve(memory.folder()))));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** {@return what a memory holds, by its number from 0} */
    StoredImage get(int memory) {
        return images.get(memory);
    }

    /** {@return whether the device can run its firmware; it cannot while flash that is its first memory is empty} */
    boolean canRun() {
        return IntStream.range(0, images.size()).allMatch(this::canRun);
    }

    private boolean canRun(int memory) {
        StoredImage image = images.get(memory);
        boolean isEmptyFlash = memories.get(memory).isAddressed() && image.length() == 0;
        return image.isWhole() && !(memory == 0 && isEmptyFlash);
    }

    /**
     * {@return the release number of the first image that has one, in its DFU suffix or where the pattern matches}
     *
     * @param pattern where else to look
     */
    Optional<Integer> release(Optional<ReleasePattern> pattern) {
        return images.stream()
                .flatMap(image -> image.release().or(() -> pattern.flatMap(each -> release(image, each))).stream())
                .findFirst();
    }

    private static Optional<Integer> release(StoredImage image, ReleasePattern pattern) {
        return image.find(pattern.pattern()).flatMap(text -> {
            try {
                return Optional.of(Release.ofDevice(text));
            } catch (IllegalArgumentException e) {
                LOG.log(Level.WARNING, "the firmware has no release number: {0}", e.getMessage());
                return Optional.empty();
            }
        });
    }

    @Override
    public void close() {
        images.forEach(StoredImage::close);
    }
}
