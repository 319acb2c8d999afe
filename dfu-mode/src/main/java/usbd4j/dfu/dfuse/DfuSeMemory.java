package usbd4j.dfu.dfuse;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Optional;
import usbd4j.dfu.DfuStatus;
import usbd4j.dfu.flash.Flash;
import usbd4j.dfu.mode.DfuMemory;
import usbd4j.dfu.mode.Upload;
import usbd4j.dfu.mode.Work;
import usbd4j.stack.UsbException;
import usbd4j.stack.descriptor.UsbString;

/**
 * A flash memory that the host accesses with DfuSe, through an address pointer and with commands in block 0. The pointer
 * survives ABORT, which hosts send between setting it and an upload.
 *
 * <p>A boot loader cannot check whether the contents of the flash are valid firmware: errFIRMWARE only means that the saved
 * contents are damaged.
 */
public final class DfuSeMemory implements DfuMemory {
    private static final Logger LOG = System.getLogger(DfuSeMemory.class.getName());

    private static final UsbString SECTOR_PROTECTED = UsbString.of("the sector is protected");
    private static final UsbString READ_PROTECTED = UsbString.of("read protection is active");

    private static final int COMMAND_BLOCK = 0;
    private static final int RESERVED_BLOCK = 1;
    private static final int FIRST_DATA_BLOCK = 2;

    private final Optional<UsbString> name;
    private final Flash flash;
    private final int wTransferSize;
    private final DfuSeOptions options;
    private final CommandBlock commands;
    private final UsbString vendorError;
    private long programmed;

    /**
     * Creates a memory whose address pointer is at the first region of the layout.
     *
     * @param name the iInterface string of its alternate setting. Hosts read the layout from it, but it may have no layout
     *     or a wrong one
     * @param flash the memory
     * @param wTransferSize wTransferSize of the functional descriptor, in bytes: the distance between the addresses of two blocks
     * @param options how it differs from others
     */
    public DfuSeMemory(Optional<UsbString> name, Flash flash, int wTransferSize, DfuSeOptions options) {
        this.name = name;
        this.flash = flash;
        this.wTransferSize = wTransferSize;
        this.options = options;
        this.commands = new CommandBlock(flash, options.commands());
        // While read protection is active, it is the reason of every errVENDOR; without it the device starts anew.
        this.vendorError = flash.isReadProtected() ? READ_PROTECTED : SECTOR_PROTECTED;
    }

    @Override
    public Optional<UsbString> name() {
        return name;
    }

    @Override
    public boolean isAddressed() {
        return true;
    }

    @Override
    public Optional<UsbString> vendorError() {
        return Optional.of(vendorError);
    }

    @Override
    public DfuStatus condition() {
        return flash.condition();
    }

    @Override
    public Work download(int wBlockNum, long offset, ByteBuffer block) {
        try {
            return switch (wBlockNum) {
                case COMMAND_BLOCK -> commands.perform(block.slice().order(ByteOrder.LITTLE_ENDIAN));
                case RESERVED_BLOCK -> CommandBlock.refused("block 1 is reserved");
                default -> program(address(wBlockNum), block);
            };
        } catch (UsbException e) {
            LOG.log(Level.ERROR, e.getMessage());
            return Work.failed(DfuStatus.ERR_WRITE);
        }
    }

    private Work program(long address, ByteBuffer block) {
        Work work = flash.program(address, block);
        programmed += work.status() == DfuStatus.OK ? block.remaining() : 0;
        return work;
    }

    private long address(int wBlockNum) {
        return commands.pointer() + (long) (wBlockNum - FIRST_DATA_BLOCK) * wTransferSize;
    }

    @Override
    public Upload upload(int wBlockNum, long offset, int length) {
        return switch (wBlockNum) {
            case COMMAND_BLOCK -> Upload.of(commands.list(length));
            case RESERVED_BLOCK -> Upload.refused(DfuStatus.ERR_STALLEDPKT);
            default -> read(address(wBlockNum), ByteBuffer.allocate(length));
        };
    }

    private Upload read(long address, ByteBuffer into) {
        try {
            DfuStatus status = flash.read(address, into);
            boolean isEnd = status == DfuStatus.ERR_ADDRESS && options.uploadEnd() == UploadEnd.SHORT;
            return new Upload(isEnd ? DfuStatus.OK : status, into.flip());
        } catch (UsbException e) {
            LOG.log(Level.ERROR, e.getMessage());
            return Upload.refused(DfuStatus.ERR_UNKNOWN);
        }
    }

    /** DNLOAD without data makes the device leave, so nothing is missing unless the options say so. */
    @Override
    public boolean isComplete() {
        return programmed >= options.leastBytes();
    }

    @Override
    public Duration manifestationTime() {
        return options.leaveTime();
    }

    @Override
    public DfuStatus manifest() {
        if (!isSaved()) {
            return DfuStatus.ERR_WRITE;
        }
        LOG.log(
                Level.INFO,
                "the application starts, with the address pointer at 0x{0}",
                Long.toHexString(commands.pointer()));
        return DfuStatus.OK;
    }

    /** Blocks that were written stay written. */
    @Override
    public void abort() {
        if (!isSaved()) {
            LOG.log(Level.WARNING, "the flash is as it was before this download");
        }
    }

    private boolean isSaved() {
        try {
            flash.save();
            return true;
        } catch (UsbException e) {
            LOG.log(Level.ERROR, e.getMessage());
            return false;
        }
    }
}
