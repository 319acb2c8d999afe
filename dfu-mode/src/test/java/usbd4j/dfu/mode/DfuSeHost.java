package usbd4j.dfu.mode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import usbd4j.dfu.DfuAttributes;
import usbd4j.dfu.DfuFunctionalDescriptor;
import usbd4j.dfu.DfuInterface;
import usbd4j.dfu.DfuRequest;
import usbd4j.dfu.dfuse.DfuSeMemory;
import usbd4j.dfu.dfuse.DfuSeOptions;
import usbd4j.dfu.flash.Access;
import usbd4j.dfu.flash.Flash;
import usbd4j.dfu.flash.FlashFault;
import usbd4j.dfu.flash.FlashFaults;
import usbd4j.dfu.flash.FlashTimes;
import usbd4j.dfu.flash.MemoryLayout;
import usbd4j.dfu.flash.PowerCuts;
import usbd4j.dfu.flash.RamCells;
import usbd4j.dfu.flash.ReadProtection;
import usbd4j.dfu.flash.Region;
import usbd4j.stack.descriptor.UsbString;

/**
 * A DfuSe host and its device: wTransferSize 64; four sectors of 1 KiB, then a protected one, and elsewhere one that cannot be read.
 * Writing 64 bytes takes 50 ms, erasing a sector 30 ms, leaving 100 ms.
 */
final class DfuSeHost extends DfuHost {
    static final int TRANSFER_SIZE = 64;
    static final long START = 0x0800_0000;
    static final long PROTECTED = 0x0800_1000;
    static final long UNREADABLE = 0x2000_0000;

    /** The attributes of ST's boot loaders. */
    static final DfuAttributes ATTRIBUTES = new DfuAttributes(true, true, false, true);

    private static final MemoryLayout LAYOUT = new MemoryLayout(List.of(
            new Region(START, 4, 1024, Access.ALL),
            new Region(PROTECTED, 1, 1024, Access.READ_ONLY),
            new Region(UNREADABLE, 1, 1024, new Access(false, false, true))));

    private static final FlashTimes TIMES = new FlashTimes(Duration.ofMillis(800), Duration.ofMillis(30));

    static final DfuSeOptions LEAVING = DfuSeOptions.of(Duration.ofMillis(100));

    /** What a test sees of the device besides its replies. */
    private record Internals(RamCells cells, AtomicInteger leaveCount, AtomicInteger resetCount) {}

    private final Internals internals;

    DfuSeHost(DfuAttributes attributes, DfuModeOptions options, FlashFaults faults) {
        this(
                attributes,
                options,
                faults,
                LEAVING,
                new ReadProtection(false),
                new Internals(new RamCells(), new AtomicInteger(), new AtomicInteger()));
    }

    private DfuSeHost(
            DfuAttributes attributes,
            DfuModeOptions options,
            FlashFaults faults,
            DfuSeOptions dfuSe,
            ReadProtection protection,
            Internals internals) {
        super(new DfuModeClass(
                DfuInterface.DFU_MODE,
                new DfuFunctionalDescriptor(attributes, 1000, TRANSFER_SIZE, 0x011A),
                options,
                List.of(new DfuSeMemory(
                        Optional.of(UsbString.of("@Internal Flash  " + LAYOUT)),
                        new Flash(LAYOUT, TIMES, faults, protection, new PowerCuts(Set.of()), internals.cells),
                        TRANSFER_SIZE,
                        dfuSe)),
                reason -> (reason == LeaveReason.MEMORY_RESET ? internals.resetCount : internals.leaveCount)
                                .incrementAndGet()
                        > 0));
        this.internals = internals;
    }

    static DfuSeHost ofDevice() {
        return with(FlashFaults.NONE);
    }

    static DfuSeHost with(FlashFaults faults) {
        return new DfuSeHost(ATTRIBUTES, DfuModeOptions.DFUSE, faults);
    }

    static DfuSeHost with(DfuSeOptions dfuSe, ReadProtection protection) {
        return new DfuSeHost(
                ATTRIBUTES,
                DfuModeOptions.DFUSE,
                FlashFaults.NONE,
                dfuSe,
                protection,
                new Internals(new RamCells(), new AtomicInteger(), new AtomicInteger()));
    }

    static DfuSeHost withFaults(Set<Long> programming, Set<Long> erasure) {
        return with(FlashFaults.NONE.with(FlashFault.PROGRAM, programming).with(FlashFault.ERASE, erasure));
    }

    int leaveCount() {
        return internals.leaveCount.get();
    }

    int resetCount() {
        return internals.resetCount.get();
    }

    /** {@return the contents of the flash, read without the device} */
    byte[] cells(long address, int length) {
        ByteBuffer into = ByteBuffer.allocate(length);
        internals.cells.read(address, into);
        return into.array();
    }

    /** Writes to the flash without the device. */
    void put(long address, byte... bytes) {
        internals.cells.write(address, ByteBuffer.wrap(bytes));
    }

    /** Sends a command with an address. */
    void command(int command, long address) {
        download(
                0,
                ByteBuffer.allocate(5)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .put((byte) command)
                        .putInt((int) address)
                        .array());
    }

    /** Sends a command without an address. */
    void command(int command) {
        download(0, (byte) command);
    }

    /** Sets the address pointer. */
    void setPointer(long address) {
        command(0x21, address);
        assertThat(outcome()).isEqualTo("OK, dfuDNLOAD-IDLE");
    }

    /** {@return the status of the last block after dfuDNBUSY} */
    String outcome() {
        assertThat(status()).startsWith("OK, dfuDNBUSY");
        advance(1000);
        return status();
    }

    void leave() {
        download(0);
    }

    void stalledDownload(int wBlockNum, int wLength) {
        stalled(DfuRequest.DNLOAD.setup(0, wBlockNum, wLength));
    }

    void stalledUpload(int wBlockNum) {
        stalled(DfuRequest.UPLOAD.setup(0, wBlockNum, TRANSFER_SIZE));
    }
}
