package usbd4j.dfu.flash;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import usbd4j.dfu.DfuStatus;
import usbd4j.dfu.mode.DfuMemory;
import usbd4j.dfu.mode.Upload;
import usbd4j.dfu.mode.Work;
import usbd4j.stack.descriptor.UsbString;

/**
 * A memory that takes whole images, with faults. Their addresses count from the first byte of the image. An image that meets a
 * fault does not become the firmware.
 *
 * @param delegate the memory
 * @param faults where the faults are
 * @param protection read protection; it does not keep an image from being replaced
 * @param powerCuts where the power fails: the device resets, and the firmware stays the old one
 */
public record FaultyImage(DfuMemory delegate, FlashFaults faults, ReadProtection protection, PowerCuts powerCuts)
        implements DfuMemory {
    private static final UsbString PROTECTED = UsbString.of("the memory is protected");

    /** Those with which nothing of a block is written. */
    private static final List<FlashFault> BEFORE =
            List.of(FlashFault.PROTECTION, FlashFault.ERASE, FlashFault.CHECK_ERASED, FlashFault.WRITE);

    private static final List<FlashFault> AFTER = List.of(FlashFault.PROGRAM, FlashFault.VERIFY);

    @Override
    public Optional<UsbString> name() {
        return delegate.name();
    }

    @Override
    public Optional<UsbString> vendorError() {
        return Optional.of(PROTECTED);
    }

    @Override
    public DfuStatus condition() {
        DfuStatus condition = delegate.condition();
        return condition == DfuStatus.OK ? powerCuts.condition() : condition;
    }

    @Override
    public Work download(int wBlockNum, long offset, ByteBuffer block) {
        long end = offset + block.remaining();
        if (offset == 0) {
            powerCuts.begin();
        }
        if (powerCuts.strike(offset, end).isPresent()) {
            return new Work(Duration.ZERO, DfuStatus.OK).thenReset();
        }
        Optional<DfuStatus> refusal = first(BEFORE, offset, end);
        if (refusal.isPresent()) {
            return Work.failed(refusal.get());
        }
        Work work = delegate.download(wBlockNum, offset, block);
        return work.status() == DfuStatus.OK
                ? new Work(work.time(), first(AFTER, offset, end).orElse(DfuStatus.OK))
                : work;
    }

    private Optional<DfuStatus> first(List<FlashFault> kinds, long from, long end) {
        return kinds.stream()
                .filter(each -> faults.has(each, from, end))
                .map(FlashFault::status)
                .findFirst();
    }

    @Override
    public boolean isComplete() {
        return delegate.isComplete();
    }

    @Override
    public Duration manifestationTime() {
        return delegate.manifestationTime();
    }

    @Override
    public DfuStatus manifest() {
        return delegate.manifest();
    }

    @Override
    public void abort() {
        delegate.abort();
    }

    @Override
    public Upload upload(int wBlockNum, long offset, int length) {
        if (protection.isActive()) {
            return Upload.refused(DfuStatus.ERR_VENDOR);
        }
        Upload upload = delegate.upload(wBlockNum, offset, length);
        return faults.has(FlashFault.READ, offset, offset + upload.bytes().remaining())
                ? Upload.refused(FlashFault.READ.status())
                : upload;
    }
}
