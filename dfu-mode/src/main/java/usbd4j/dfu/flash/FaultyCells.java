package usbd4j.dfu.flash;

import java.nio.ByteBuffer;
import java.util.OptionalLong;
import java.util.Set;
import usbd4j.dfu.DfuStatus;

/**
 * Cells of which some are faulty.
 *
 * @param cells the contents
 * @param faults where the faults are
 */
record FaultyCells(Cells cells, FlashFaults faults) {
    /** {@return whether the sector between two addresses is protected} */
    boolean isProtected(long sector, long end) {
        return faults.has(FlashFault.PROTECTION, sector, end);
    }

    /** Erases a sector. {@return OK, errVENDOR, errERASE or errCHECK_ERASED} */
    DfuStatus erase(long sector, int size) {
        long end = sector + size;
        if (isProtected(sector, end)) {
            return FlashFault.PROTECTION.status();
        }
        if (faults.has(FlashFault.ERASE, sector, end)) {
            return FlashFault.ERASE.status();
        }
        cells.erase(sector, size);
        return clear(FlashFault.CHECK_ERASED, sector, end);
    }

    /** {@return whether bytes can be programmed by clearing bits only} */
    boolean canHold(long address, ByteBuffer bytes) {
        ByteBuffer old = ByteBuffer.allocate(bytes.remaining());
        cells.read(address, old);
        for (int i = 0; i < old.capacity(); i++) {
            int wanted = bytes.get(bytes.position() + i);
            if ((old.get(i) & wanted) != wanted) {
                return false;
            }
        }
        return true;
    }

    /** Programs bytes. {@return OK, errWRITE, errPROG or errVERIFY} */
    DfuStatus program(long address, ByteBuffer bytes) {
        long end = address + bytes.remaining();
        if (faults.has(FlashFault.WRITE, address, end)) {
            return FlashFault.WRITE.status();
        }
        OptionalLong fault = faults.first(FlashFault.PROGRAM, address, end);
        cells.write(address, bytes.slice(bytes.position(), (int) (fault.orElse(end) - address)));
        return fault.isPresent() ? FlashFault.PROGRAM.status() : clear(FlashFault.VERIFY, address, end);
    }

    /** Clears all bits of the cells with a fault. {@return its status, or OK if there are none} */
    private DfuStatus clear(FlashFault fault, long from, long end) {
        Set<Long> faulty = faults.all(fault, from, end);
        faulty.forEach(each -> cells.write(each, ByteBuffer.allocate(1)));
        return faulty.isEmpty() ? DfuStatus.OK : fault.status();
    }

    /** Reads bytes. {@return OK or errUNKNOWN} */
    DfuStatus read(long address, ByteBuffer into) {
        if (faults.has(FlashFault.READ, address, address + into.remaining())) {
            return FlashFault.READ.status();
        }
        cells.read(address, into);
        return DfuStatus.OK;
    }
}
