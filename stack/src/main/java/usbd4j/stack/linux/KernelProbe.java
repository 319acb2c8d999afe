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
 * Watches calls of a function of the kernel and the arguments they have (perf_event_open(2), PMU {@code kprobe}). For what the
 * kernel does and tells nobody. Nothing of it is left when the process ends, however it ends. Needs root, or CAP_PERFMON, and
 * CONFIG_KPROBE_EVENTS.
 */
public final class KernelProbe implements AutoCloseable {
    private static final Path TYPE = Path.of("/sys/bus/event_source/devices/kprobe/type");
    private static final Path PROCESSORS = Path.of("/sys/devices/system/cpu/online");

    private static final int ANY_PROCESS = -1;
    private static final int NO_GROUP = -1;
    private static final int PERF_FLAG_FD_CLOEXEC = 8;

    private final String function;
    private final List<ProbeRing> rings = new ArrayList<>();

    /**
     * A call of the function.
     *
     * @param time when, on CLOCK_MONOTONIC, in ns
     * @param process the process in which it was called; of what an interrupt does, one that has nothing to do with it
     * @param first the first argument, as a register holds it
     * @param second the second
     * @param third the third
     */
    public record Call(long time, int process, long first, long second, long third) {}

    /**
     * Begins to watch.
     *
     * @param function the function, which must be in the kernel or in a module that is loaded
     * @throws LinuxException ENOENT if there is none, or if this kernel has no probes; EACCES or EPERM without permission
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

    /** {@return the processors of a list such as 0-3,6} */
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
            // The attributes have only its address, which does not keep it from the garbage collector.
            Reference.reachabilityFence(name);
        }
    }

    private static ByteBuffer terminated(String text) {
        return ByteBuffer.allocateDirect(text.length() + 1)
                .order(ByteOrder.nativeOrder())
                .put(text.getBytes(US_ASCII))
                .rewind();
    }

    /** {@return the calls since this was asked last, in their order} */
    public List<Call> calls() {
        List<Call> calls = new ArrayList<>();
        rings.forEach(each -> each.take(calls));
        calls.sort(Comparator.comparingLong(Call::time));
        return calls;
    }

    /** Watches no more. */
    @Override
    public void close() {
        rings.forEach(ProbeRing::close);
        rings.clear();
    }
}
