package usbd4j.stack.example;

import java.util.List;
import usbd4j.stack.Endpoint;
import usbd4j.stack.Outcome;
import usbd4j.stack.Transfer;
import usbd4j.stack.UsbClass;
import usbd4j.stack.descriptor.UsbEndpoint;
import usbd4j.stack.descriptor.UsbInterface;

/**
 * Sends back the data it receives. Each buffer is submitted again for OUT only after its data has been sent, so no data is
 * lost if the host stops reading; its writes then wait.
 */
public final class Loopback implements UsbClass {
    private static final int BUFFERS = 4;
    private static final int CAPACITY = 16 * 1024;

    /** Creates a loopback function. */
    public Loopback() {}

    @Override
    public List<UsbInterface> interfaces() {
        return List.of(UsbInterface.of(0xFF, 0, 0).with(UsbEndpoint.bulkIn(), UsbEndpoint.bulkOut()));
    }

    @Override
    public void endpoints(List<Endpoint> endpoints) {
        for (int i = 0; i < BUFFERS; i++) {
            new Round(endpoints.get(0), endpoints.get(1)).begin();
        }
    }

    /** A pair of transfers: receives data, then sends it back. */
    private static final class Round {
        private final Transfer toHost;
        private final Transfer fromHost;

        Round(Endpoint in, Endpoint out) {
            toHost = in.transfer(CAPACITY, this::sent);
            fromHost = out.transfer(CAPACITY, this::received);
        }

        void begin() {
            fromHost.submit();
        }

        private void received(Transfer transfer) {
            if (transfer.outcome() != Outcome.DONE) {
                begin();
                return;
            }
            toHost.buffer().clear().put(transfer.buffer()).flip();
            toHost.submit();
        }

        private void sent(Transfer transfer) {
            begin();
        }
    }
}
