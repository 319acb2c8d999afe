package usbd4j.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import usbd4j.stack.descriptor.UsbEndpoint;
import usbd4j.stack.descriptor.UsbInterface;

/** A class with one pending transfer, which keeps in order what it is told of it and of the bus. */
final class Forgetful implements UsbClass {
    private static final long GENEROUS_SECONDS = 20;

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

    @Override
    public List<UsbInterface> interfaces() {
        return List.of(UsbInterface.of(0xFF, 0, 0).with(UsbEndpoint.bulkIn(), UsbEndpoint.bulkOut()));
    }

    @Override
    public void endpoints(List<Endpoint> endpoints) {
        endpoints.get(1).transfer(512, this::completed).submit();
    }

    private void completed(Transfer transfer) {
        Outcome outcome = transfer.outcome();
        // First, so that it is under way when a test hears of the last one.
        transfer.submit();
        told.add("transfer " + outcome);
    }

    @Override
    public void event(BusEvent event, Instant now) {
        // A host may let the bus go idle whenever it likes.
        if (event != BusEvent.SUSPENDED && event != BusEvent.RESUMED) {
            told.add(event.name());
        }
    }

    /** {@return what comes next} A transfer that is submitted again before the bus has noticed the reset is dropped once more. */
    String nextButDropped() {
        String next = next();
        while (next.equals("transfer DROPPED")) {
            next = next();
        }
        return next;
    }

    String next() {
        try {
            String next = told.poll(GENEROUS_SECONDS, TimeUnit.SECONDS);
            assertThat(next).as("what the class is told next").isNotNull();
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
