package usbd4j.dfu.dfuse;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import usbd4j.dfu.DfuStatus;
import usbd4j.dfu.flash.Flash;
import usbd4j.dfu.flash.MemoryLayout;
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

    private static final UsbString PROTECTED = UsbString.of("the sector is protected");

    private static final int COMMAND_BLOCK = 0;
    private static final int RESERVED_BLOCK = 1;
    private static final int FIRST_DATA_BLOCK = 2;
    private static final int ADDRESS_LENGTH = 4;

    private final Optional<UsbString> name;
    private final Flash flash;
    private final int wTransferSize;
    private final Set<DfuSeCommand> commands;
    private final Duration leaveTime;
    private long pointer;

    /**
     * Creates a memory whose address pointer is at the first region of the layout.
     *
     * @param name the iInterface string of its alternate setting. Hosts read the layout from it, but it may have no layout
     *     or a wrong one
     * @param flash the memory
     * @param wTransferSize wTransferSize of the functional descriptor, in bytes: the distance between the addresses of two blocks
     * @param commands the commands that the device supports; it lists them to the host and reports errSTALLEDPKT for others
     * @param leaveTime how long the device is in dfuMANIFEST before it starts the application
     */
    public DfuSeMemory(
            Optional<UsbString> name, Flash flash, int wTransferSize, Set<DfuSeCommand> commands, Duration leaveTime) {
        this.name = name;
        this.flash = flash;
        this.wTransferSize = wTransferSize;
        EnumSet<DfuSeCommand> ordered = EnumSet.of(DfuSeCommand.GET_COMMANDS);
        ordered.addAll(commands);
        this.commands = Collections.unmodifiableSet(ordered);
        this.leaveTime = leaveTime;
        this.pointer = start();
    }

    private long start() {
        MemoryLayout layout = flash.layout();
        return layout.regions().get(0).address();
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
        return Optional.of(PROTECTED);
    }

    @Override
    public DfuStatus condition() {
        return flash.condition();
    }

    @Override
    public Work download(int wBlockNum, long offset, ByteBuffer block) {
        try {
            return switch (wBlockNum) {
                case COMMAND_BLOCK -> command(block.slice().order(ByteOrder.LITTLE_ENDIAN));
                case RESERVED_BLOCK -> refused("block 1 is reserved");
                default -> flash.program(address(wBlockNum), block);
            };
        } catch (UsbException e) {
            LOG.log(Level.ERROR, e.getMessage());
            return Work.failed(DfuStatus.ERR_WRITE);
        }
    }

    private long address(int wBlockNum) {
        return pointer + (long) (wBlockNum - FIRST_DATA_BLOCK) * wTransferSize;
    }

    private Work command(ByteBuffer bytes) {
        int code = Byte.toUnsignedInt(bytes.get());
        Optional<DfuSeCommand> command = DfuSeCommand.of(code).filter(commands::contains);
        if (command.isEmpty()) {
            return refused("no command 0x%02X".formatted(code));
        }
        return switch (bytes.remaining()) {
            case 0 -> perform(command.get());
            case ADDRESS_LENGTH -> perform(command.get(), Integer.toUnsignedLong(bytes.getInt()));
            default -> refused("%s with %d bytes".formatted(command.get(), bytes.remaining()));
        };
    }

    private Work perform(DfuSeCommand command) {
        return switch (command) {
            case ERASE -> flash.eraseAll();
            case READ_UNPROTECT -> readUnprotect();
            case GET_COMMANDS, SET_ADDRESS_POINTER -> refused("%s without an address".formatted(command));
        };
    }

    private Work perform(DfuSeCommand command, long address) {
        return switch (command) {
            case SET_ADDRESS_POINTER -> setPointer(address);
            case ERASE -> flash.erase(address);
            case GET_COMMANDS, READ_UNPROTECT -> refused("%s with an address".formatted(command));
        };
    }

    private Work setPointer(long address) {
        if (flash.layout().region(address).isEmpty()) {
            return Work.failed(DfuStatus.ERR_ADDRESS);
        }
        pointer = address;
        return new Work(Duration.ZERO, DfuStatus.OK);
    }

    private Work readUnprotect() {
        pointer = start();
        return flash.eraseAll().thenReset();
    }

    private static Work refused(String why) {
        LOG.log(Level.WARNING, "refused: {0}", why);
        return Work.failed(DfuStatus.ERR_STALLEDPKT);
    }

    @Override
    public Upload upload(int wBlockNum, long offset, int length) {
        return switch (wBlockNum) {
            case COMMAND_BLOCK -> Upload.of(commandList(length));
            case RESERVED_BLOCK -> Upload.refused(DfuStatus.ERR_STALLEDPKT);
            default -> read(address(wBlockNum), ByteBuffer.allocate(length));
        };
    }

    private ByteBuffer commandList(int length) {
        ByteBuffer list = ByteBuffer.allocate(commands.size());
        commands.forEach(each -> list.put((byte) each.code()));
        return list.flip().limit(Math.min(list.limit(), length));
    }

    private Upload read(long address, ByteBuffer into) {
        DfuStatus status = flash.read(address, into);
        return new Upload(status, into.flip());
    }

    /** DNLOAD without data makes the device leave, so nothing can be missing. */
    @Override
    public boolean isComplete() {
        return true;
    }

    @Override
    public Duration manifestationTime() {
        return leaveTime;
    }

    @Override
    public DfuStatus manifest() {
        if (!isSaved()) {
            return DfuStatus.ERR_WRITE;
        }
        LOG.log(Level.INFO, "the application starts, with the address pointer at 0x{0}", Long.toHexString(pointer));
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
