package usbd4j.dfu.flash;

import usbd4j.dfu.DfuStatus;

/** What can be wrong with a cell, and the bStatus of DFU 1.1, 6.1.2, that tells the host. */
public enum FlashFault {
    /** Cannot be read. The table has no status for reading, so it is "something went wrong". */
    READ(DfuStatus.ERR_UNKNOWN),
    /** Cannot be written: nothing of a block gets into memory. */
    WRITE(DfuStatus.ERR_WRITE),
    /** The program function fails there: what comes before it in the block is programmed. */
    PROGRAM(DfuStatus.ERR_PROG),
    /** Reads 0x00 once it is programmed, which a verification finds. */
    VERIFY(DfuStatus.ERR_VERIFY),
    /** The erase function fails: its sector stays as it is. */
    ERASE(DfuStatus.ERR_ERASE),
    /** Reads 0x00 once its sector is erased, which a check finds. */
    CHECK_ERASED(DfuStatus.ERR_CHECK_ERASED),
    /** Its sector is protected from erasing and programming. The table has no status for that either. */
    PROTECTION(DfuStatus.ERR_VENDOR);

    private final DfuStatus status;

    FlashFault(DfuStatus status) {
        this.status = status;
    }

    /** {@return what the host is told} */
    public DfuStatus status() {
        return status;
    }
}
