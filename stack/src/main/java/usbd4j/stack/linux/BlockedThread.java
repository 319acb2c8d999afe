package usbd4j.stack.linux;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;

/**
 * A thread whose system calls can be ended from another, as a signal does: a call that waits for an event then fails with
 * EINTR.
 */
public final class BlockedThread {
    /** Nobody is harmed by this one: without a handler it is ignored. */
    private static final int SIGURG = 23;

    static {
        // A handler that does nothing; the C library has many functions like that, and getpid may be called in a
        // handler.
        Pointer nothing = NativeLibrary.getInstance("c").getFunction("getpid");
        Pointer ignored = LibC.signal(SIGURG, nothing);
    }

    private final int tid = LibC.gettid();

    private BlockedThread() {}

    /** {@return the thread that calls} */
    public static BlockedThread current() {
        return new BlockedThread();
    }

    /** Ends the system call that the thread is in. If it is in none, or in one a moment later, nothing happens. */
    public void interrupt() {
        // A thread that has ended meanwhile is ESRCH.
        int ignored = LibC.tgkill(LibC.getpid(), tid, SIGURG);
    }
}
