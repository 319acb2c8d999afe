package usbd4j.gadget.transcript;

import java.lang.System.Logger;
import java.time.Instant;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** One line, on standard error if nobody else takes it, for each record: the time, what happened. */
record ConsoleLogger(String name) implements Logger {
    @Override
    public String getName() {
        return name;
    }

    @Override
    public boolean isLoggable(Level level) {
        return level != Level.OFF && (ConsoleLoggerFinder.isShown(level) || ConsoleLoggerFinder.isNoted(level, name));
    }

    @Override
    public void log(Level level, @Nullable ResourceBundle bundle, String message, @Nullable Throwable thrown) {
        if (isLoggable(level)) {
            write(level, message);
            if (thrown != null) {
                write(level, thrown.toString());
                if (isLoggable(Level.DEBUG)) {
                    thrown.printStackTrace();
                }
            }
        }
    }

    @Override
    public void log(
            Level level, @Nullable ResourceBundle bundle, String format, @Nullable Object @Nullable ... values) {
        if (isLoggable(level)) {
            write(level, values == null || values.length == 0 ? format : LogMessage.of(format, values));
        }
    }

    private void write(Level level, String text) {
        if (ConsoleLoggerFinder.isNoted(level, name)) {
            ConsoleLoggerFinder.note(text);
        }
        if (!ConsoleLoggerFinder.isShown(level)) {
            return;
        }
        String kind = switch (level) {
            case ERROR -> "error: ";
            case WARNING -> "warning: ";
            case ALL, TRACE, DEBUG, INFO, OFF -> "";
        };
        String line = LogMessage.time(Instant.now()) + " " + kind + text;
        ConsoleLoggerFinder.write(line);
    }
}
