package usbd4j.board;

import java.util.function.Consumer;

/** Where {@code usbd4j run} runs: in a process, or in this Java. */
interface Execution {
    /** Takes each line that it writes, until it ends. */
    void read(Consumer<String> lines);

    /** Ends it the gentle way. */
    void stop();

    /** Ends it. */
    void kill();

    boolean isAlive();

    /** {@return its exit status, once it has ended} */
    int awaitStatus() throws InterruptedException;

    /** {@return the process it is in} */
    long pid();
}
