package usbd4j.stack.linux;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;

/**
 * A thread whose blocking system calls another thread can interrupt with a signal: the call then fails with EINTR.
 */
public final class BlockedThread {
    /** A signal that is ignored by default, so that it does no harm. */
    private static final int SIGURG = 23;

    static {
        // The handler has to be a C function without effect that is async-signal-safe; getpid is one.
        Pointer nothing = NativeLibrary.getInstance("c").getFunction("getpid");
        Pointer ignored = LibC.signal(SIGURG, nothing);
    }

    private final int tid = LibC.gettid();

    private BlockedThread() {}

    /** {@return the calling thread} */
    public static BlockedThread current() {
        return new BlockedThread();
    }

    /** Interrupts the system call that the thread is in. Has no effect on a call that begins later. */
    public void interrupt() {
        // ESRCH if the thread has ended meanwhile.
        int ignored = LibC.tgkill(LibC.getpid(), tid, SIGURG);
    }
}
