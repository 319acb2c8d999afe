package usbd4j.stack.linux;

/** A thread's share of a busy processor. The priorities of Java's threads have no effect on Linux. */
public final class Niceness {
    private Niceness() {}

    /**
     * Gives the calling thread a smaller share of a busy processor (setpriority(2)).
     *
     * @param nice 1 to 19
     */
    public static void ofThisThread(int nice) {
        // On Linux 0 is the calling thread and not its process. Being nicer needs no privilege.
        int ignored = LibC.setpriority(LibC.PRIO_PROCESS, 0, nice);
    }
}
