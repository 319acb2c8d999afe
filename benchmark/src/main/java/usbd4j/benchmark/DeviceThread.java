package usbd4j.benchmark;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.LongSupplier;

/** Allocation figures of the calling thread. The first call allocates memory itself. */
final class DeviceThread implements LongSupplier {
    /** Returns the number of bytes that this thread has allocated. */
    @Override
    public long getAsLong() {
        return Bean.BEAN.getCurrentThreadAllocatedBytes();
    }

    /** Loaded on first use, not while the device starts. */
    private static final class Bean {
        static final ThreadMXBean BEAN = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
    }
}
