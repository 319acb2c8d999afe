package usbd4j.dfu.dfuse;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import usbd4j.dfu.DfuStatus;
import usbd4j.dfu.flash.Flash;
import usbd4j.dfu.mode.Work;

/** Block 0: the commands of a flash memory, and the address pointer that they set. */
final class CommandBlock {
    private static final Logger LOG = System.getLogger(CommandBlock.class.getName());

    private static final int ADDRESS_LENGTH = 4;

    private final Flash flash;
    private final Set<DfuSeCommand> commands;
    private long pointer;

    CommandBlock(Flash flash, Set<DfuSeCommand> commands) {
        this.flash = flash;
        this.commands = commands;
        this.pointer = start();
    }

    private long start() {
        return flash.layout().regions().get(0).address();
    }

    /** {@return the address of block 2} */
    long pointer() {
        return pointer;
    }

    /** {@return the list of commands, or its beginning} */
    ByteBuffer list(int length) {
        ByteBuffer list = ByteBuffer.allocate(commands.size());
        commands.forEach(each -> list.put((byte) each.code()));
        return list.flip().limit(Math.min(list.limit(), length));
    }

    /** {@return what a command takes, and its result} */
    Work perform(ByteBuffer bytes) {
        if (!bytes.hasRemaining()) {
            return refused("no bytes");
        }
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
        return flash.removeReadProtection().thenReset();
    }

    static Work refused(String why) {
        LOG.log(Level.WARNING, "refused: {0}", why);
        return Work.failed(DfuStatus.ERR_STALLEDPKT);
    }
}
