package usbd4j.board;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Keeps all processors of the board busy. */
final class Load implements AutoCloseable {
    private final List<Process> processes = new ArrayList<>();

    Load() {
        try {
            for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
                processes.add(new ProcessBuilder("sh", "-c", "while :; do :; done").start());
            }
        } catch (IOException e) {
            close();
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        processes.forEach(Process::destroyForcibly);
    }
}
