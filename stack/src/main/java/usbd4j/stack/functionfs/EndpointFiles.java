package usbd4j.stack.functionfs;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import usbd4j.stack.BusListener;
import usbd4j.stack.Endpoint;
import usbd4j.stack.Transfer;
import usbd4j.stack.descriptor.EndpointDescriptor;
import usbd4j.stack.linux.AsyncIo;
import usbd4j.stack.linux.Poll;

/** The files {@code ep1}, {@code ep2} and so on, and the asynchronous I/O that goes through them. */
final class EndpointFiles implements AutoCloseable {
    private final AsyncIo asyncIo = new AsyncIo();
    private final Queue<Transfer> over = new ArrayDeque<>();
    private final List<EndpointFile> files = new ArrayList<>();

    /**
     * Opens them. They are there once the descriptors are written.
     *
     * @param directory where FunctionFS is mounted
     * @param declared the endpoints' descriptors as classes want them
     */
    EndpointFiles(Path directory, List<EndpointDescriptor> declared) {
        try {
            for (EndpointDescriptor each : declared) {
                files.add(new EndpointFile(directory.resolve("ep" + (files.size() + 1)), each, asyncIo, over));
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    List<Endpoint> endpoints() {
        return List.copyOf(files);
    }

    /** Has a poll wait for the ends of transfers, too. */
    void watchedBy(Poll poll) {
        poll.watch(asyncIo);
    }

    /** Submits what waited for a host to configure the device. */
    void enable() {
        files.forEach(EndpointFile::enable);
    }

    /** Tells which transfers are over. */
    void tell(BusListener listener) {
        asyncIo.tellCompletions();
        while (!over.isEmpty()) {
            listener.transferred(over.remove());
        }
    }

    @Override
    public void close() {
        asyncIo.close();
        files.forEach(EndpointFile::close);
    }
}
