package usbd4j.gadget.transcript;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.System.LoggerFinder;

/**
 * Writes log records to standard error. The JDK's own logging takes seconds to start on a small board, and stops as soon as the
 * process is told to end, while the device still has something to log.
 */
public final class ConsoleLoggerFinder extends LoggerFinder {
    private static volatile Level threshold = Level.INFO;
    private static volatile boolean isMuted;

    /**
     * Sets what is written.
     *
     * @param level records of this level and above
     */
    public static void show(Level level) {
        threshold = level;
    }

    /** Does something whose records are made, and not written. */
    public static void muted(Runnable work) {
        isMuted = true;
        try {
            work.run();
        } finally {
            isMuted = false;
        }
    }

    static boolean isMuted() {
        return isMuted;
    }

    static boolean isShown(Level level) {
        return level.getSeverity() >= threshold.getSeverity();
    }

    @Override
    public Logger getLogger(String name, Module module) {
        return new ConsoleLogger(name);
    }
}
