package usbd4j.stack.linux;

import com.sun.jna.Pointer;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collection;
import java.util.List;

/**
 * The ring in which the kernel records the calls made on one processor: memory that it shares with the process
 * (linux/perf_event.h).
 */
final class ProbeRing implements AutoCloseable {
    /** struct perf_event_attr: type, size, sample_period, sample_type, flags, clockid, kprobe_func, sample_regs_intr. */
    private static final int ATTR_LENGTH = 112;

    private static final int ATTR_SIZE = 4;
    private static final int ATTR_SAMPLE_PERIOD = 16;
    private static final int ATTR_SAMPLE_TYPE = 24;
    private static final int ATTR_FLAGS = 40;
    private static final int ATTR_KPROBE_FUNC = 56;
    private static final int ATTR_CLOCKID = 92;
    private static final int ATTR_SAMPLE_REGS_INTR = 96;

    private static final long PERF_SAMPLE_TID = 1 << 1;
    private static final long PERF_SAMPLE_TIME = 1 << 2;
    private static final long PERF_SAMPLE_REGS_INTR = 1 << 18;
    private static final long USE_CLOCKID = 1 << 25;
    private static final int CLOCK_MONOTONIC = 1;

    /** Offsets in struct perf_event_mmap_page, the first page; the records are in the pages after it. */
    private static final int DATA_HEAD = 1024;

    private static final int DATA_TAIL = 1032;

    /** A record: a header with type and size, then pid, time, the register ABI, and the registers. */
    private static final int PERF_RECORD_SAMPLE = 9;

    private static final int RECORD_SIZE = 6;
    private static final int RECORD_PID = 8;
    private static final int RECORD_TIME = 16;
    private static final int RECORD_REGISTERS = 32;

    /** The kernel writes a record before it moves the head, and must not write another before we have read it. */
    private static final VarHandle SHARED =
            MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private final FileDescriptor event;
    private final Pointer mapped;
    private final ByteBuffer ring;
    private final int pageSize = LibC.sysconf(LibC._SC_PAGESIZE);
    private final List<Integer> places = places(Architecture.ofThisMachine().arguments());

    /**
     * The ring of an event, which is closed with it.
     *
     * @param event made with {@link #attributes}
     */
    ProbeRing(FileDescriptor event) {
        this.event = event;
        mapped =
                LibC.mmap(Pointer.NULL, length(), LibC.PROT_READ | LibC.PROT_WRITE, LibC.MAP_SHARED, event.number(), 0);
        if ((int) Pointer.nativeValue(mapped) == LibC.MAP_FAILED) {
            int errno = -SystemCall.result(-1);
            event.close();
            throw new LinuxException("cannot map the calls of a kernel's function", errno);
        }
        ring = mapped.getByteBuffer(0, length()).order(ByteOrder.nativeOrder());
    }

    private int length() {
        return 2 * pageSize;
    }

    /**
     * {@return the attributes for perf_event_open(2)}
     *
     * @param type the number of the PMU {@code kprobe}
     * @param function the address of the function's name
     */
    static NativeMemory attributes(int type, long function) {
        NativeMemory attributes = NativeMemory.allocate(ATTR_LENGTH);
        int registers = 0;
        for (int register : Architecture.ofThisMachine().arguments()) {
            registers |= 1 << register;
        }
        attributes
                .bytes()
                .putInt(0, type)
                .putInt(ATTR_SIZE, ATTR_LENGTH)
                .putLong(ATTR_SAMPLE_PERIOD, 1)
                .putLong(ATTR_SAMPLE_TYPE, PERF_SAMPLE_TID | PERF_SAMPLE_TIME | PERF_SAMPLE_REGS_INTR)
                .putLong(ATTR_FLAGS, USE_CLOCKID)
                .putLong(ATTR_KPROBE_FUNC, function)
                .putInt(ATTR_CLOCKID, CLOCK_MONOTONIC)
                .putLong(ATTR_SAMPLE_REGS_INTR, registers);
        return attributes;
    }

    /** Moves the recorded calls to a collection. */
    void take(Collection<KernelProbe.Call> calls) {
        long head = (long) SHARED.getAcquire(ring, DATA_HEAD);
        long tail = ring.getLong(DATA_TAIL);
        while (tail < head) {
            // The only other type reports lost records.
            if (ring.getInt(at(tail)) == PERF_RECORD_SAMPLE) {
                calls.add(call(tail));
            }
            tail += ring.getShort(at(tail) + RECORD_SIZE);
        }
        SHARED.setRelease(ring, DATA_TAIL, tail);
    }

    private KernelProbe.Call call(long record) {
        return new KernelProbe.Call(
                ring.getLong(at(record + RECORD_TIME)),
                ring.getInt(at(record + RECORD_PID)),
                argument(record, 0),
                argument(record, 1),
                argument(record, 2));
    }

    private long argument(long record, int which) {
        return ring.getLong(at(record + RECORD_REGISTERS + (long) places.get(which) * Long.BYTES));
    }

    /**
     * {@return the position of each argument among the recorded registers} Registers are recorded in the order of their
     * numbers.
     */
    private static List<Integer> places(List<Integer> registers) {
        List<Integer> sorted = registers.stream().sorted().toList();
        return registers.stream().map(sorted::indexOf).toList();
    }

    /** {@return the offset of a byte of the record stream} Records begin at multiples of 8 and may wrap around. */
    private int at(long position) {
        return pageSize + (int) (position % pageSize);
    }

    @Override
    public void close() {
        LibC.munmap(mapped, length());
        event.close();
    }
}
