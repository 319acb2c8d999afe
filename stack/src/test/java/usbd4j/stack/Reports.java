package usbd4j.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import usbd4j.stack.descriptor.UsbEndpoint;
import usbd4j.stack.descriptor.UsbInterface;

/** A class with two interrupt OUT endpoints, which keeps every report until a test on any thread wants to know. */
final class Reports implements UsbClass {
    /** Two packet sizes: not a power of two, and the largest. */
    static final int ODD = 31;

    static final int LARGEST = 64;

    private static final long GENEROUS_SECONDS = 20;
    private static final int TRANSFERS = 2;

    private final BlockingQueue<byte[]> received = new LinkedBlockingQueue<>();

    @Override
    public List<UsbInterface> interfaces() {
        return List.of(UsbInterface.of(0xFF, 0, 0)
                .with(UsbEndpoint.interruptOut(ODD, 1), UsbEndpoint.interruptOut(LARGEST, 1)));
    }

    @Override
    public void endpoints(List<Endpoint> endpoints) {
        for (int i = 0; i < TRANSFERS; i++) {
            endpoints.get(0).transfer(ODD, this::keep).submit();
            endpoints.get(1).transfer(LARGEST, this::keep).submit();
        }
    }

    private void keep(Transfer transfer) {
        if (transfer.outcome() == Outcome.DONE) {
            byte[] copy = new byte[transfer.buffer().remaining()];
            transfer.buffer().get(copy);
            received.add(copy);
        }
        transfer.submit();
    }

    byte[] next() {
        try {
            byte[] next = received.poll(GENEROUS_SECONDS, TimeUnit.SECONDS);
            assertThat(next).as("the next report").isNotNull();
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
