package usbd4j.gadget.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import usbd4j.dfu.store.StoredImage;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.GadgetException;

/** What the memories of a device hold, each in a folder of its own. */
final class FirmwareImages implements AutoCloseable {
    private final List<DeclaredMemory> memories;
    private final List<StoredImage> images = new ArrayList<>();

    /**
     * Opens all folders, or none.
     *
     * @param directory where they are
     * @param memories one after the other
     */
    FirmwareImages(Path directory, List<DeclaredMemory> memories) {
        this.memories = memories;
        if (memories.stream().map(DeclaredMemory::folder).distinct().count() < memories.size()) {
            throw new GadgetException(
                    ExitStatus.USAGE,
                    "two memories have the same name, or names that differ in case and punctuation only; both would be kept in the same folder");
        }
        try {
            memories.forEach(memory -> images.add(new StoredImage(directory.resolve(memory.folder()))));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** {@return what the memory of a number holds, from 0} */
    StoredImage get(int memory) {
        return images.get(memory);
    }

    /** {@return whether the device can run with it; not with a first memory that is flash in which there is nothing yet} */
    boolean canRun() {
        return IntStream.range(0, images.size()).allMatch(this::canRun);
    }

    private boolean canRun(int memory) {
        StoredImage image = images.get(memory);
        return image.isWhole() && (image.length() > 0 || memory > 0 || memories.get(0) instanceof NamedMemory);
    }

    /**
     * {@return the release number of the first image that tells one, in its DFU suffix or where the pattern says}
     *
     * @param pattern where else to look
     */
    Optional<Integer> release(Optional<ReleasePattern> pattern) {
        return images.stream()
                .flatMap(image -> image.release().or(() -> pattern.flatMap(each -> each.release(image))).stream())
                .findFirst();
    }

    @Override
    public void close() {
        images.forEach(StoredImage::close);
    }
}
