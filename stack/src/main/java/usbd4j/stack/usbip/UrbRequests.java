package usbd4j.stack.usbip;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import usbd4j.stack.BusListener;
import usbd4j.stack.Endpoint;
import usbd4j.stack.Transfer;
import usbd4j.stack.UsbException;
import usbd4j.stack.descriptor.Descriptors;
import usbd4j.stack.descriptor.EndpointDescriptor;
import usbd4j.stack.descriptor.Speed;
import usbd4j.stack.descriptor.TransferType;
import usbd4j.stack.linux.Errno;
import usbd4j.stack.linux.FileDescriptor;

/** What the host has asked for and not been answered yet: one control transfer after the other, and those of the endpoints. */
final class UrbRequests implements PduReader.Listener {
    private static final int IN = 0x80;

    private final UrbPool pool = new UrbPool();
    private final Queue<Transfer> over = new ArrayDeque<>();
    private final Deque<Urb> controls = new ArrayDeque<>();
    private List<UrbEndpoint> endpoints = List.of();
    private @Nullable UrbConnection host;
    private @Nullable Urb answering;
    private boolean isHeld;
    private boolean isGivenUp;
    private boolean isDisabled;

    void open(Descriptors descriptors, Speed speed) {
        endpoints = descriptors.configurations().stream()
                .flatMap(each -> each.endpoints(speed).stream())
                .map(each -> new UrbEndpoint(notIsochronous(each), this::over, over))
                .toList();
    }

    private static EndpointDescriptor notIsochronous(EndpointDescriptor descriptor) {
        if (descriptor.type() == TransferType.ISOCHRONOUS) {
            throw new UsbException(
                    "endpoint 0x%02x is isochronous, and the bus over USB/IP has no isochronous transfers"
                            .formatted(descriptor.bEndpointAddress()));
        }
        return descriptor;
    }

    List<Endpoint> endpoints() {
        return List.copyOf(endpoints);
    }

    UrbEndpoint own(Endpoint endpoint) {
        return endpoints.get(endpoints.indexOf(endpoint));
    }

    /** {@return the bytes of what the host has asked for and not been answered yet} */
    int memoryInUse() {
        return pool.inUse();
    }

    UrbConnection connected(FileDescriptor socket) {
        UrbConnection connection = new UrbConnection(socket, new PduReader(pool, this), pool);
        host = connection;
        return connection;
    }

    /** Forgets all that the host has asked for. */
    void disconnected() {
        host = null;
        isGivenUp |= isHeld;
        isHeld = false;
        if (answering != null) {
            pool.giveBack(answering);
            answering = null;
        }
        while (!controls.isEmpty()) {
            pool.giveBack(controls.removeFirst());
        }
        for (UrbEndpoint endpoint : endpoints) {
            for (Urb urb = endpoint.forgotten(); urb != null; urb = endpoint.forgotten()) {
                pool.giveBack(urb);
            }
        }
        disableEndpoints();
    }

    void disableEndpoints() {
        isDisabled = true;
        endpoints.forEach(UrbEndpoint::disable);
    }

    @Override
    public void submitted(Urb urb) {
        if (urb.endpoint() == 0 && urb.isControl()) {
            controls.addLast(urb);
            return;
        }
        int address = urb.endpoint() | (urb.isIn() ? IN : 0);
        for (int i = 0; i < endpoints.size(); i++) {
            UrbEndpoint endpoint = endpoints.get(i);
            if (endpoint.isEnabled() && endpoint.descriptor().bEndpointAddress() == address) {
                endpoint.submitted(urb);
                return;
            }
        }
        // As if nobody answered on the wire.
        over(urb, -Errno.EPROTO.number());
    }

    @Override
    public void refused(int seqnum) {
        Urb none = pool.take(0);
        none.refuse(seqnum);
        over(none, -Errno.ENOMEM.number());
    }

    @Override
    public void unlinked(int seqnum, int given) {
        Urb urb = removed(given);
        if (urb != null) {
            pool.giveBack(urb);
        }
        requireNonNull(host).unlinked(seqnum, urb == null ? 0 : -Errno.ECONNRESET.number());
    }

    private @Nullable Urb removed(int seqnum) {
        Urb current = answering;
        if (current != null && current.seqnum() == seqnum) {
            isGivenUp |= isHeld;
            isHeld = false;
            answering = null;
            return current;
        }
        for (Urb urb : controls) {
            if (urb.seqnum() == seqnum) {
                controls.remove(urb);
                return urb;
            }
        }
        for (UrbEndpoint endpoint : endpoints) {
            Urb urb = endpoint.unlinked(seqnum);
            if (urb != null) {
                return urb;
            }
        }
        return null;
    }

    private void over(Urb urb, int status) {
        if (host == null) {
            pool.giveBack(urb);
        } else {
            host.submitted(urb, status);
        }
    }

    /** {@return whether there were any} */
    boolean tellCompletions(BusListener listener) {
        boolean isTold = isGivenUp;
        if (isGivenUp) {
            isGivenUp = false;
            listener.givenUp();
        }
        isTold |= tellOver(listener);
        if (isDisabled) {
            isDisabled = false;
            endpoints.forEach(UrbEndpoint::dropLate);
            isTold |= tellOver(listener);
        }
        return isTold;
    }

    private boolean tellOver(BusListener listener) {
        boolean hasAny = !over.isEmpty();
        for (Transfer transfer = over.poll(); transfer != null; transfer = over.poll()) {
            listener.transferred(transfer);
        }
        return hasAny;
    }

    /** {@return the next control transfer, now being answered; null if there is none, or one is held} */
    @Nullable Urb nextControl() {
        if (answering != null) {
            return null;
        }
        answering = controls.pollFirst();
        return answering;
    }

    void hold() {
        isHeld = true;
    }

    /** {@return the data of the OUT request that is being answered} */
    ByteBuffer sent() {
        Urb current = current();
        current.data().position(current.length());
        return current.sent();
    }

    /** Sends data, or confirms. {@return whether there is still a host} */
    boolean answer(ByteBuffer data) {
        Urb current = current();
        ByteBuffer wanted = current.data();
        int count = Math.min(data.remaining(), wanted.remaining());
        wanted.put(wanted.position(), data, data.position(), count);
        wanted.position(wanted.position() + count);
        data.position(data.limit());
        return end(current, 0);
    }

    void stall() {
        end(current(), -Errno.EPIPE.number());
    }

    private boolean end(Urb urb, int status) {
        answering = null;
        isHeld = false;
        over(urb, status);
        return host != null && host.flush();
    }

    private Urb current() {
        return requireNonNull(answering, "no control transfer is in progress");
    }
}
