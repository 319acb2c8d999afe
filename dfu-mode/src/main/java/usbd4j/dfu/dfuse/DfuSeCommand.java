package usbd4j.dfu.dfuse;

import java.util.Optional;

/** What a host can ask of a device with block 0, by the block's first byte. */
public enum DfuSeCommand {
    /** Which commands there are: the one that is an UPLOAD, and never a DNLOAD. */
    GET_COMMANDS(0x00),
    /** Where the blocks from 2 on belong; a 4-byte address follows. */
    SET_ADDRESS_POINTER(0x21),
    /** Erase the sector that a 4-byte address is in, or everything if none follows. */
    ERASE(0x41),
    /** Give up read protection: erase everything, and reset the device. */
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
