package usbd4j.gadget.transcript;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.System.LoggerFinder;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes log records to standard error. The JDK's own logging takes seconds to start on a small board, and stops as soon as the
 * process is told to end, while the device still has something to log.
 */
public final class ConsoleLoggerFinder extends LoggerFinder {
    /** The length of a line's time, and the blank behind. */
    private static final int TIME = 13;

    private static volatile Level threshold = Level.INFO;

    private static volatile @Nullable Notes notes;

    private record Notes(String except, Consumer<String> taker) {}

    /** Who takes the lines of a thread, and of those that it starts. */
    private static final ThreadLocal<Consumer<String>> LINES = new InheritableThreadLocal<>();

    /**
     * Sets what is written.
     *
     * @param level records of this level and above
     */
    public static void show(Level level) {
        threshold = level;
    }

    /**
     * Does something whose records are made, and not written.
     *
     * @param work done on this thread
     */
    public static void muted(Runnable work) {
        telling(line -> {}, work);
    }

    /**
     * Does something whose records are not written to standard error.
     *
     * @param lines takes each record, as the line that would have been written; called on this thread, and on those that the work
     *     starts
     * @param work done on this thread
     */
    public static void telling(Consumer<String> lines, Runnable work) {
        Consumer<String> before = LINES.get();
        LINES.set(lines);
        try {
            work.run();
        } finally {
            LINES.set(before);
        }
    }

    /**
     * Sets who takes each record from {@link Level#INFO} on, shown or not, but for those that {@link #telling} keeps from standard error.
     *
     * @param except the name of a logger whose records are left out
     * @param taker takes the record's text; called on the thread that logs
     */
    public static void noteFor(String except, Consumer<String> taker) {
        notes = new Notes(except, taker);
    }

    /** Ends what {@link #noteFor} began. */
    public static void noteForNobody() {
        notes = null;
    }

    static boolean isNoted(Level level, String name) {
        Notes current = notes;
        return current != null
                && level.getSeverity() >= Level.INFO.getSeverity()
                && !name.equals(current.except)
                && LINES.get() == null;
    }

    static void note(String text) {
        Notes current = notes;
        if (current != null) {
            current.taker.accept(text);
        }
    }

    /**
     * Does something whose records have a word before them.
     *
     * @param prefix the word, which follows the time
     * @param work done on this thread
     */
    public static void prefixed(String prefix, Runnable work) {
        telling(line -> System.err.println(line.substring(0, TIME) + prefix + line.substring(TIME)), work);
    }

    /** {@return the time of day as log lines have it} */
    public static String time(Instant time) {
        return LogMessage.time(time);
    }

    static void write(String line) {
        Consumer<String> lines = LINES.get();
        if (lines == null) {
            System.err.println(line);
        } else {
            lines.accept(line);
        }
    }

    static boolean isShown(Level level) {
        return level.getSeverity() >= threshold.getSeverity();
    }

    @Override
    public Logger getLogger(String name, Module module) {
        return new ConsoleLogger(name);
    }
}
