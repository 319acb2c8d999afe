package usbd4j.benchmark;

import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import usbd4j.stack.Endpoint;
import usbd4j.stack.Transfer;

/** An endpoint, and what it has still to do. */
final class BulkStream {
    private static final int MOST_IN_FLIGHT = 4;

    private final Map<Integer, List<Transfer>> transfers;
    private final LongSupplier allocated;
    private final LongConsumer allocatedInPlan;
    private int toSubmit;
    private long allocatedBefore;

    /**
     * One that has nothing to do yet.
     *
     * @param endpoint where
     * @param allocated how many bytes this thread has allocated
     * @param allocatedInPlan told when a plan's last transfer is submitted how many of them were since its first ended
     */
    BulkStream(Endpoint endpoint, LongSupplier allocated, LongConsumer allocatedInPlan) {
        this.allocated = allocated;
        this.allocatedInPlan = allocatedInPlan;
        transfers = Stream.of(512, 4 * 1024, 16 * 1024, 64 * 1024)
                .collect(Collectors.toUnmodifiableMap(size -> size, size -> several(endpoint, size)));
    }

    private List<Transfer> several(Endpoint endpoint, int size) {
        return Stream.generate(() -> endpoint.transfer(size, this::over))
                .limit(MOST_IN_FLIGHT)
                .toList();
    }

    /** Begins what the host asks for. What is not prepared for is an error of the host's program. */
    void begin(BulkPlan plan) {
        List<Transfer> chosen = transfers.getOrDefault(plan.size(), List.of());
        if (plan.inFlight() > chosen.size()) {
            throw new IllegalArgumentException("the host asks for what this device cannot do: " + plan);
        }
        toSubmit = plan.count();
        allocatedBefore = 0;
        chosen.stream().limit(plan.inFlight()).forEach(this::submitNext);
    }

    private void submitNext(Transfer transfer) {
        if (toSubmit > 0) {
            toSubmit--;
            transfer.buffer().clear();
            transfer.submit();
            // The host cannot have seen the last transfer's end yet, and asked something else.
            if (toSubmit == 0) {
                allocatedInPlan.accept(allocated.getAsLong() - allocatedBefore);
            }
        }
    }

    private void over(Transfer transfer) {
        if (allocatedBefore == 0) {
            allocatedBefore = allocated.getAsLong();
        }
        submitNext(transfer);
    }
}
