package usbd4j.benchmark;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.LongSupplier;

/** What the virtual machine says of the thread that asks. Asked for the first time, it needs memory itself. */
final class DeviceThread implements LongSupplier {
    /** How many bytes this thread has allocated. */
    @Override
    public long getAsLong() {
        return Bean.BEAN.getCurrentThreadAllocatedBytes();
    }

    /** Loaded when it is first needed, and not while the device starts. */
    private static final class Bean {
        static final ThreadMXBean BEAN = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
    }
}
