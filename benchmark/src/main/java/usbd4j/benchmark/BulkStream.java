package usbd4j.benchmark;

import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import usbd4j.stack.Endpoint;
import usbd4j.stack.Transfer;

/** An endpoint and the rest of its plan. */
final class BulkStream {
    private static final int MOST_IN_FLIGHT = 4;

    private final Map<Integer, List<Transfer>> transfers;
    private final LongSupplier allocated;
    private final LongConsumer allocatedInPlan;
    private int toSubmit;
    private long allocatedBefore;

    /**
     * Creates a stream without a plan.
     *
     * @param endpoint the endpoint
     * @param allocated returns the number of bytes that this thread has allocated
     * @param allocatedInPlan called when the last transfer of a plan is submitted, with the number of bytes allocated since
     *     the first one completed
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

    /** Starts a plan. A plan outside the prepared limits is a mistake in the host's program. */
    void begin(BulkPlan plan) {
        List<Transfer> chosen = transfers.getOrDefault(plan.size(), List.of());
        if (plan.inFlight() > chosen.size()) {
            throw new IllegalArgumentException("this device does not support the plan " + plan);
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
            // The host cannot have seen the completion of the last transfer yet, so it has not asked for the figure.
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
