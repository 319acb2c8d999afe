package usbd4j.dfu.flash;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import usbd4j.dfu.DfuStatus;
import usbd4j.dfu.mode.Work;

/**
 * Flash memory: erasing a sector sets all its bits, programming can only clear bits.
 *
 * <p>Every operation returns a bStatus of DFU 1.1, 6.1.2: errADDRESS if there is no memory; errVENDOR if the region does not
 * permit the operation, the sector is protected or read protection is active, for which the table has no status;
 * errCHECK_ERASED if a cleared bit would have to be set, that is, if the memory was not erased before; or that of a {@link
 * FlashFault}. A refused operation takes no time and changes nothing.
 */
public final class Flash {
    private final MemoryLayout layout;
    private final FlashTimes times;
    private final ReadProtection protection;
    private final PowerCuts powerCuts;
    private final FaultyCells cells;

    /** Creates a memory.
     *
     * @param layout the regions and sectors
     * @param times the time that operations take
     * @param faults the faulty and protected cells
     * @param protection the read protection of the device
     * @param powerCuts where the power of the device fails
     * @param cells the contents
     */
    public Flash(
            MemoryLayout layout,
            FlashTimes times,
            FlashFaults faults,
            ReadProtection protection,
            PowerCuts powerCuts,
            Cells cells) {
        this.layout = layout;
        this.times = times;
        this.protection = protection;
        this.powerCuts = powerCuts;
        this.cells = new FaultyCells(cells, faults);
    }

    /**
     * Creates a memory of a device without read protection, whose power does not fail.
     *
     * @param layout the regions and sectors
     * @param times the time that operations take
     * @param faults the faulty and protected cells
     * @param cells the contents
     */
    public Flash(MemoryLayout layout, FlashTimes times, FlashFaults faults, Cells cells) {
        this(layout, times, faults, new ReadProtection(false), new PowerCuts(Set.of()), cells);
    }

    /** {@return the regions and sectors} */
    public MemoryLayout layout() {
        return layout;
    }

    /** {@return whether read protection is active} */
    public boolean isReadProtected() {
        return protection.isActive();
    }

    /**
     * Erases a sector.
     *
     * @param address any address in the sector
     * @return OK, errADDRESS or errVENDOR; errERASE, with the sector unchanged; or errCHECK_ERASED, with all cells but the
     *     faulty ones erased
     */
    public Work erase(long address) {
        if (protection.isActive()) {
            return Work.failed(DfuStatus.ERR_VENDOR);
        }
        if (reach(address, address + 1, Access::erasable) == address) {
            return Work.failed(refusal(address));
        }
        Region region = layout.region(address).orElseThrow();
        DfuStatus status = cells.erase(region.sector(address), region.sectorSize());
        return status == DfuStatus.ERR_VENDOR ? Work.failed(status) : new Work(times.erasure(1), status);
    }

    /**
     * Erases every erasable sector.
     *
     * @return OK; errVENDOR if no sector is erasable or one is protected; errERASE or errCHECK_ERASED if one fails. The
     *     other sectors are erased all the same
     */
    public Work eraseAll() {
        return protection.isActive() ? Work.failed(DfuStatus.ERR_VENDOR) : eraseEverything();
    }

    /**
     * Erases every erasable sector, and then removes read protection.
     *
     * @return as {@link #eraseAll}; unless OK, read protection stays
     */
    public Work removeReadProtection() {
        Work work = eraseEverything();
        if (work.status() == DfuStatus.OK) {
            protection.remove();
        }
        return work;
    }

    private Work eraseEverything() {
        List<Region> erasable = layout.regions().stream()
                .filter(each -> each.access().erasable())
                .toList();
        if (erasable.isEmpty()) {
            return Work.failed(DfuStatus.ERR_VENDOR);
        }
        DfuStatus status = DfuStatus.OK;
        for (Region region : erasable) {
            for (long sector = region.address(); sector < region.end(); sector += region.sectorSize()) {
                DfuStatus own = cells.erase(sector, region.sectorSize());
                status = own == DfuStatus.OK ? status : own;
            }
        }
        return new Work(times.erasure(erasable.stream().mapToLong(Region::count).sum()), status);
    }

    /**
     * Programs bytes, in one or several sectors.
     *
     * @param address the address of the first byte
     * @param bytes from position to limit
     * @return OK, errADDRESS, errVENDOR or errCHECK_ERASED; errWRITE, with nothing programmed; errPROG, with all bytes
     *     before the fault programmed; or errVERIFY, with all bytes programmed, but 0x00 in the faulty cells. Where the power
     *     fails, the bytes before are programmed, and the device resets
     */
    public Work program(long address, ByteBuffer bytes) {
        if (protection.isActive()) {
            return Work.failed(DfuStatus.ERR_VENDOR);
        }
        long end = address + bytes.remaining();
        long reach = reach(address, end, Access::writable);
        if (reach < end) {
            return Work.failed(refusal(reach));
        }
        if (bytes.hasRemaining() && isProtected(address, end)) {
            return Work.failed(DfuStatus.ERR_VENDOR);
        }
        if (!cells.canHold(address, bytes)) {
            return Work.failed(DfuStatus.ERR_CHECK_ERASED);
        }
        OptionalLong cut = powerCuts.strike(address, end);
        if (cut.isPresent()) {
            int programmed = (int) (cut.getAsLong() - address);
            return new Work(
                            times.programming(programmed),
                            cells.program(address, bytes.slice(bytes.position(), programmed)))
                    .thenReset();
        }
        return new Work(times.programming(bytes.remaining()), cells.program(address, bytes));
    }

    /** {@return whether a sector between two addresses is protected} There is memory at all of them. */
    private boolean isProtected(long from, long end) {
        Region last = layout.region(end - 1).orElseThrow();
        long start = layout.region(from).orElseThrow().sector(from);
        return cells.isProtected(start, last.sector(end - 1) + last.sectorSize());
    }

    /**
     * Reads up to the end of the readable memory.
     *
     * @param address the address of the first byte
     * @param into the buffer, filled from its position to its limit, or less if the memory ends before
     * @return OK; errADDRESS or errVENDOR if not even the first byte can be read; errUNKNOWN if a cell is faulty
     */
    public DfuStatus read(long address, ByteBuffer into) {
        if (protection.isActive()) {
            return DfuStatus.ERR_VENDOR;
        }
        long reach = reach(address, address + Math.max(1, into.remaining()), Access::readable);
        if (reach == address) {
            return refusal(address);
        }
        int length = (int) Math.min(into.remaining(), reach - address);
        DfuStatus status = cells.read(address, into.slice(into.position(), length));
        into.position(into.position() + (status == DfuStatus.OK ? length : 0));
        return status;
    }

    /** Saves the contents so that they survive the program. */
    public void save() {
        cells.cells().save();
    }

    /** {@return the result of {@link Cells#condition}} */
    public DfuStatus condition() {
        return cells.cells().condition();
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
