package usbd4j.dfu.flash;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import usbd4j.dfu.DfuStatus;
import usbd4j.dfu.mode.Work;

/**
 * Flash memory: erasing a sector sets all its bits, programming can only clear bits.
 *
 * <p>Every operation returns a bStatus of DFU 1.1, 6.1.2: errADDRESS if there is no memory; errVENDOR if the region does not
 * permit the operation or the sector is protected, for which the table has no status; errCHECK_ERASED if a cleared bit would
 * have to be set, that is, if the memory was not erased before; errPROG and errERASE if cells are faulty. A refused
 * operation takes no time and changes nothing.
 */
public final class Flash {
    private final MemoryLayout layout;
    private final FlashTimes times;
    private final FlashFaults faults;
    private final Cells cells;

    /** Creates a memory.
     *
     * @param layout the regions and sectors
     * @param times the time that operations take
     * @param faults the faulty and protected cells
     * @param cells the contents
     */
    public Flash(MemoryLayout layout, FlashTimes times, FlashFaults faults, Cells cells) {
        this.layout = layout;
        this.times = times;
        this.faults = faults;
        this.cells = cells;
    }

    /** {@return the regions and sectors} */
    public MemoryLayout layout() {
        return layout;
    }

    /**
     * Erases a sector.
     *
     * @param address any address in the sector
     * @return OK, errADDRESS or errVENDOR; or errERASE, with the sector unchanged
     */
    public Work erase(long address) {
        if (reach(address, address + 1, Access::erasable) == address) {
            return Work.failed(refusal(address));
        }
        Region region = layout.region(address).orElseThrow();
        DfuStatus status = eraseSector(region, region.sector(address));
        return status == DfuStatus.ERR_VENDOR ? Work.failed(status) : new Work(times.erasure(1), status);
    }

    /**
     * Erases every erasable sector.
     *
     * @return OK; errVENDOR if no sector is erasable or one is protected; errERASE if one fails. The other sectors are
     *     erased all the same
     */
    public Work eraseAll() {
        List<Region> erasable = layout.regions().stream()
                .filter(each -> each.access().erasable())
                .toList();
        if (erasable.isEmpty()) {
            return Work.failed(DfuStatus.ERR_VENDOR);
        }
        DfuStatus status = DfuStatus.OK;
        for (Region region : erasable) {
            for (long sector = region.address(); sector < region.end(); sector += region.sectorSize()) {
                DfuStatus own = eraseSector(region, sector);
                status = own == DfuStatus.OK ? status : own;
            }
        }
        return new Work(times.erasure(erasable.stream().mapToLong(Region::count).sum()), status);
    }

    private DfuStatus eraseSector(Region region, long sector) {
        if (isProtected(region, sector)) {
            return DfuStatus.ERR_VENDOR;
        }
        if (faults.isErasureFailing(sector, sector + region.sectorSize())) {
            return DfuStatus.ERR_ERASE;
        }
        cells.erase(sector, region.sectorSize());
        return DfuStatus.OK;
    }

    /**
     * Programs bytes, in one or several sectors.
     *
     * @param address the address of the first byte
     * @param bytes from position to limit
     * @return OK, errADDRESS, errVENDOR or errCHECK_ERASED; or errPROG, with all bytes before the fault programmed
     */
    public Work program(long address, ByteBuffer bytes) {
        long end = address + bytes.remaining();
        long reach = reach(address, end, Access::writable);
        if (reach < end) {
            return Work.failed(refusal(reach));
        }
        if (isProtected(address, end)) {
            return Work.failed(DfuStatus.ERR_VENDOR);
        }
        if (!canHold(address, bytes)) {
            return Work.failed(DfuStatus.ERR_CHECK_ERASED);
        }
        OptionalLong fault = faults.programming(address, end);
        cells.write(address, bytes.slice(bytes.position(), (int) (fault.orElse(end) - address)));
        return new Work(times.programming(bytes.remaining()), fault.isPresent() ? DfuStatus.ERR_PROG : DfuStatus.OK);
    }

    /** {@return whether a sector between two addresses is protected} */
    private boolean isProtected(long from, long end) {
        long at = from;
        while (at < end) {
            Region region = layout.region(at).orElseThrow();
            long sector = region.sector(at);
            if (isProtected(region, sector)) {
                return true;
            }
            at = sector + region.sectorSize();
        }
        return false;
    }

    private boolean isProtected(Region region, long sector) {
        return faults.isProtected(sector, sector + region.sectorSize());
    }

    /** {@return whether the bytes can be programmed by clearing bits only} */
    private boolean canHold(long address, ByteBuffer bytes) {
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

    /**
     * Reads up to the end of the readable memory.
     *
     * @param address the address of the first byte
     * @param into the buffer, filled from its position to its limit, or less if the memory ends before
     * @return OK; errADDRESS or errVENDOR if not even the first byte can be read
     */
    public DfuStatus read(long address, ByteBuffer into) {
        long reach = reach(address, address + Math.max(1, into.remaining()), Access::readable);
        if (reach == address) {
            return refusal(address);
        }
        int length = (int) Math.min(into.remaining(), reach - address);
        cells.read(address, into.slice(into.position(), length));
        into.position(into.position() + length);
        return DfuStatus.OK;
    }

    /** Saves the contents so that they survive the program. */
    public void save() {
        cells.save();
    }

    /** {@return the result of {@link Cells#condition}} */
    public DfuStatus condition() {
        return cells.condition();
    }

    /** {@return the first address from one to another where there is no memory, or none that allows it; or else the other} */
    private long reach(long from, long end, Predicate<Access> allows) {
        long at = from;
        while (at < end) {
            Optional<Region> region = layout.region(at).filter(each -> allows.test(each.access()));
            if (region.isEmpty()) {
                return at;
            }
            at = region.get().end();
        }
        return end;
    }

    private DfuStatus refusal(long address) {
        return layout.region(address).isPresent() ? DfuStatus.ERR_VENDOR : DfuStatus.ERR_ADDRESS;
    }
}
