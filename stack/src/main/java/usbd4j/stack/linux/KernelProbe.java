package usbd4j.stack.linux;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Records the calls of a kernel function with their arguments (perf_event_open(2), PMU {@code kprobe}), to learn what the
 * kernel does but does not report. The kernel removes the probe when the process ends, however it ends. Needs root or
 * CAP_PERFMON, and CONFIG_KPROBE_EVENTS.
 */
public final class KernelProbe implements AutoCloseable {
    /** The file that is there if the kernel has probes. */
    public static final Path TYPE = Path.of("/sys/bus/event_source/devices/kprobe/type");

    private static final Path PROCESSORS = Path.of("/sys/devices/system/cpu/online");

    private static final int ANY_PROCESS = -1;
    private static final int NO_GROUP = -1;
    private static final int PERF_FLAG_FD_CLOEXEC = 8;

    private final String function;
    private final List<ProbeRing> rings = new ArrayList<>();

    /**
     * A call of the function.
     *
     * @param time the time of the call on CLOCK_MONOTONIC, in ns
     * @param process the process that was running; an unrelated one if an interrupt handler made the call
     * @param first the first argument, as the register holds it
     * @param second the second
     * @param third the third
     */
    public record Call(long time, int process, long first, long second, long third) {}

    /** Starts to record.
     *
     * @param function the name of a function in the kernel or in a loaded module
     * @throws LinuxException ENOENT if there is no such function, or if this kernel has no probes; EACCES or EPERM without
     *     permission
     */
    public KernelProbe(String function) {
        this.function = function;
        int type = Integer.parseInt(LinuxFiles.read(TYPE));
        try {
            for (int processor : processors(LinuxFiles.read(PROCESSORS))) {
                rings.add(new ProbeRing(open(type, processor)));
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** {@return the processor numbers of a list such as 0-3,6} */
    static List<Integer> processors(String list) {
        List<Integer> processors = new ArrayList<>();
        for (String range : list.split(",", -1)) {
            String[] ends = range.split("-", -1);
            int last = Integer.parseInt(ends[ends.length - 1]);
            for (int i = Integer.parseInt(ends[0]); i <= last; i++) {
                processors.add(i);
            }
        }
        return processors;
    }

    private FileDescriptor open(int type, int processor) {
        Architecture architecture = Architecture.ofThisMachine();
        ByteBuffer name = terminated(function);
        NativeMemory attributes = ProbeRing.attributes(type, new NativeMemory(name).addressAsNumber());
        try {
            return new FileDescriptor(SystemCall.checked(
                    "watch the kernel's function " + function,
                    () -> LibC.syscall(
                            architecture.perfEventOpen(),
                            attributes.address(),
                            ANY_PROCESS,
                            processor,
                            NO_GROUP,
                            PERF_FLAG_FD_CLOEXEC)));
        } finally {
            // The attributes hold only its address, which does not protect it from the garbage collector.
            Reference.reachabilityFence(name);
        }
    }

    private static ByteBuffer terminated(String text) {
        return ByteBuffer.allocateDirect(text.length() + 1)
                .order(ByteOrder.nativeOrder())
                .put(text.getBytes(US_ASCII))
                .rewind();
    }

    /** {@return the calls since the last time this was called, oldest first} */
    public List<Call> calls() {
        List<Call> calls = new ArrayList<>();
        for (ProbeRing each : rings) {
            each.take(calls);
        }
        if (calls.size() > 1) {
            calls.sort(Comparator.comparingLong(Call::time));
        }
        return calls;
    }

    /** Stops recording. */
    @Override
    public void close() {
        rings.forEach(ProbeRing::close);
        rings.clear();
    }
}
