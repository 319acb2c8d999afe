package usbd4j.dfu.dfuse;

import java.util.Optional;

/** The commands that a host sends in block 0, identified by the first byte. */
public enum DfuSeCommand {
    /** Returns the list of commands. The only command that is an UPLOAD instead of a DNLOAD. */
    GET_COMMANDS(0x00),
    /** Sets the address for blocks from 2 on; a 4-byte address follows. */
    SET_ADDRESS_POINTER(0x21),
    /** Erases the sector that contains the 4-byte address that follows, or everything if none follows. */
    ERASE(0x41),
    /** Removes read protection: erases everything and resets the device. */
    READ_UNPROTECT(0x92);

    private final int code;

    DfuSeCommand(int code) {
        this.code = code;
    }

    /** {@return the first byte} */
    public int code() {
        return code;
    }

    /**
     * {@return the command with this code, or empty if there is none}
     *
     * @param code the first byte
     */
    public static Optional<DfuSeCommand> of(int code) {
        for (DfuSeCommand command : values()) {
            if (command.code == code) {
                return Optional.of(command);
            }
        }
        return Optional.empty();
    }
}
