package usbd4j.dfu.store;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import usbd4j.dfu.DfuStatus;
import usbd4j.dfu.mode.DfuMemory;
import usbd4j.dfu.mode.Upload;
import usbd4j.dfu.mode.Work;
import usbd4j.stack.UsbException;
import usbd4j.stack.descriptor.UsbString;

/** A memory that downloads an image from its first byte to its last, and stores it in a {@link StoredImage}. */
public final class ImageMemory implements DfuMemory {
    private static final Logger LOG = System.getLogger(ImageMemory.class.getName());

    private final Optional<UsbString> name;
    private final long capacity;
    private final long shortest;
    private final Duration programmingTime;
    private final Duration manifestationTime;
    private final Verification verification;
    private final StoredImage image;

    /**
     * An image memory.
     *
     * @param name iInterface of its alternate setting
     * @param capacity size of the largest image, in bytes
     * @param shortest size of the shortest image, in bytes; a download that ends earlier is errNOTDONE
     * @param programmingTime how long the device is busy with each block, whatever its length
     * @param manifestationTime how long manifestation takes
     * @param verification which images are accepted
     * @param image where the firmware is stored
     */
    public ImageMemory(
            Optional<UsbString> name,
            long capacity,
            long shortest,
            Duration programmingTime,
            Duration manifestationTime,
            Verification verification,
            StoredImage image) {
        this.name = name;
        this.capacity = capacity;
        this.shortest = shortest;
        this.programmingTime = programmingTime;
        this.manifestationTime = manifestationTime;
        this.verification = verification;
        this.image = image;
    }

    @Override
    public Optional<UsbString> name() {
        return name;
    }

    @Override
    public DfuStatus condition() {
        return image.condition();
    }

    @Override
    public Work download(int wBlockNum, long offset, ByteBuffer block) {
        if (offset + block.remaining() > capacity) {
            LOG.log(Level.WARNING, "the image is larger than the memory ({0} bytes)", Long.toString(capacity));
            return Work.failed(DfuStatus.ERR_ADDRESS);
        }
        try {
            if (offset == 0) {
                image.begin();
            }
            image.append(block);
            return new Work(programmingTime, DfuStatus.OK);
        } catch (UsbException e) {
            LOG.log(Level.ERROR, e.getMessage());
            return Work.failed(DfuStatus.ERR_WRITE);
        }
    }

    @Override
    public boolean isComplete() {
        return image.appended() > 0 && image.appended() >= shortest;
    }

    @Override
    public Duration manifestationTime() {
        return manifestationTime;
    }

    @Override
    public DfuStatus manifest() {
        try {
            DfuStatus status = image.verify(verification);
            if (status == DfuStatus.OK) {
                image.commit();
                LOG.log(Level.INFO, "the new firmware has {0} bytes", Long.toString(image.length()));
            } else {
                image.abort();
                LOG.log(Level.WARNING, "the image is refused ({0}), the old firmware stays", status);
            }
            return status;
        } catch (UsbException e) {
            LOG.log(Level.ERROR, e.getMessage());
            return DfuStatus.ERR_WRITE;
        }
    }

    @Override
    public void abort() {
        image.abort();
    }

    @Override
    public Upload upload(int wBlockNum, long offset, int length) {
        try {
            return Upload.of(image.read(offset, length));
        } catch (UsbException e) {
            LOG.log(Level.ERROR, e.getMessage());
            return Upload.refused(DfuStatus.ERR_UNKNOWN);
        }
    }
}
