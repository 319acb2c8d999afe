package usbd4j.stack.linux;

/** How much a thread leaves the processor to others. The priorities of Java's own threads have no effect on Linux. */
public final class Niceness {
    private Niceness() {}

    /**
     * Lets other threads go first from now on, also when this one is woken up (setpriority(2)).
     *
     * @param nice 1 to 19: each has the thread get a fifth less of a processor that is busy
     */
    public static void ofThisThread(int nice) {
        // On Linux 0 is the calling thread and not its process. Nobody needs a right to be nicer.
        int ignored = LibC.setpriority(LibC.PRIO_PROCESS, 0, nice);
    }
}
