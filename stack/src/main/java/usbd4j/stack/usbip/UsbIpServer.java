package usbd4j.stack.usbip;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import usbd4j.stack.linux.LinuxException;
import usbd4j.stack.linux.Poll;
import usbd4j.stack.linux.TcpListener;
import usbd4j.stack.linux.TcpSocket;
import usbd4j.stack.linux.WakeUp;

/**
 * Exports devices over TCP to the clients of USB/IP ({@code usbip attach}), each to one client at a time. It stays while a device leaves
 * the bus and comes back, perhaps as another {@link UsbIpBus}; the device keeps its bus id.
 */
public final class UsbIpServer implements AutoCloseable {
    /** The port on which clients look for devices. */
    public static final int PORT = 3240;

    private static final Logger LOG = System.getLogger(UsbIpServer.class.getName());

    /** How long a client may take to say what it wants. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** As many clients as may take that long at the same time. */
    private static final int MOST_CLIENTS = 16;

    private static final Duration BETWEEN_FAILURES = Duration.ofSeconds(1);

    private final Exports exports = new Exports();
    private final Duration patience;
    private final TcpListener listener;
    private final InetSocketAddress address;
    private final WakeUp wakeUp;
    private final Poll poll;
    private final ThreadPoolExecutor clients = new ThreadPoolExecutor(
            0, MOST_CLIENTS, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> daemon(work, "USB/IP client"));
    private final Thread thread = daemon(this::accept, "USB/IP server");
    private volatile boolean isClosed;

    private UsbIpServer(InetSocketAddress wanted, Duration patience) {
        this.patience = patience;
        listener = new TcpListener(wanted);
        address = listener.address();
        wakeUp = new WakeUp();
        poll = new Poll(wakeUp);
        poll.watch(listener.socket());
    }

    /**
     * Begins to listen.
     *
     * @param wanted the address and the port; port 0 for any that is free
     * @throws LinuxException if the port is in use, the address is not this machine's, or this user may not listen there
     */
    public static UsbIpServer listen(InetSocketAddress wanted) {
        return listen(wanted, PATIENCE);
    }

    static UsbIpServer listen(InetSocketAddress wanted, Duration patience) {
        UsbIpServer server = new UsbIpServer(wanted, patience);
        server.thread.start();
        return server;
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** {@return where it listens} */
    public InetSocketAddress address() {
        return address;
    }

    Exports exports() {
        return exports;
    }

    private void accept() {
        while (!isClosed) {
            poll.await(Optional.empty());
            if (poll.isReadable()) {
                try {
                    listener.accept().ifPresent(this::serve);
                } catch (LinuxException e) {
                    LOG.log(Level.WARNING, "{0}", e.getMessage());
                    // Who waits stays, and would be found again at once.
                    poll.watchNoFile();
                    poll.await(Optional.of(BETWEEN_FAILURES));
                    poll.watch(listener.socket());
                }
            }
        }
    }

    private void serve(TcpSocket client) {
        try {
            clients.execute(new OpExchange(client, exports, patience));
        } catch (RejectedExecutionException e) {
            LOG.log(Level.WARNING, "client {0} is disconnected: there are too many at once", client);
            client.close();
        }
    }

    /** Stops listening. A client that has the device keeps it. */
    @Override
    public void close() {
        isClosed = true;
        wakeUp.signal();
        clients.shutdown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        poll.close();
        wakeUp.close();
        listener.close();
    }
}
