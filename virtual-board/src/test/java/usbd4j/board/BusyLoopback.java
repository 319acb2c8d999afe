package usbd4j.board;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import usbd4j.stack.Endpoint;
import usbd4j.stack.Outcome;
import usbd4j.stack.Transfer;
import usbd4j.stack.UsbClass;
import usbd4j.stack.descriptor.UsbEndpoint;
import usbd4j.stack.descriptor.UsbInterface;

/** Sends back the data it receives, but for the first transfer: that keeps the device busy until {@link #goOn}. */
final class BusyLoopback implements UsbClass {
    private static final int BUFFERS = 2;

    private final CountDownLatch busy = new CountDownLatch(1);

    @Override
    public List<UsbInterface> interfaces() {
        return List.of(UsbInterface.of(0xFF, 0, 0).with(UsbEndpoint.bulkIn(), UsbEndpoint.bulkOut()));
    }

    @Override
    public void endpoints(List<Endpoint> endpoints) {
        for (int i = 0; i < BUFFERS; i++) {
            Transfer toHost = endpoints.get(0).transfer(512, sent -> {});
            endpoints.get(1).transfer(512, sendBackWith(toHost)).submit();
        }
    }

    private Consumer<Transfer> sendBackWith(Transfer toHost) {
        return received -> {
            if (received.outcome() == Outcome.DONE && busy.getCount() > 0) {
                awaitLatch();
            } else if (received.outcome() == Outcome.DONE) {
                toHost.buffer().clear().put(received.buffer()).flip();
                toHost.submit();
            }
            received.submit();
        };
    }

    private void awaitLatch() {
        try {
            if (!busy.await(Wait.LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("nobody lets it go on");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void goOn() {
        busy.countDown();
    }
}
