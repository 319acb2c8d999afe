package usbd4j.stack;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A reply that comes later: the host waits (NAK) until the class calls {@link #answer}. Made with {@link Reply#later}, for one
 * request. Meanwhile the device goes on: transfers on other endpoints complete and deadlines are called. Further control
 * requests wait, because a host sends the next one only after the answer.
 *
 * <p>A host gives up a request in its own time, Linux mostly after 5 s.
 */
public final class LaterReply implements Reply {
    /** In place of an answer, when none is wanted any more. */
    private static final Reply OVER = Reply.stall("the host does not wait any more");

    private final Duration longest;
    private final Runnable givenUp;
    private final AtomicReference<@Nullable Reply> answer = new AtomicReference<>();
    private volatile Runnable wakeUp = () -> {};
    private volatile String request = "a request";
    private boolean isReturned;

    LaterReply(Duration longest, Runnable givenUp) {
        if (longest.isNegative() || longest.isZero()) {
            throw new IllegalArgumentException("a later reply takes longer than no time, not " + longest);
        }
        this.longest = longest;
        this.givenUp = givenUp;
    }

    /**
     * Answers the request. May be called once, on any thread, also before the class has returned this reply.
     *
     * @param reply the answer: data, reception, an acknowledgement or a stall, as for a reply at once
     * @return whether the answer was still wanted; false if the host has given up or the device was closed
     * @throws IllegalStateException if the request has been answered before
     * @throws IllegalArgumentException if the answer is a later reply too
     */
    public boolean answer(Reply reply) {
        if (reply instanceof LaterReply) {
            throw new IllegalArgumentException("%s was answered later, and then with a later reply".formatted(request));
        }
        if (answer.compareAndSet(null, reply)) {
            wakeUp.run();
            return true;
        }
        if (answer.compareAndSet(OVER, reply)) {
            return false;
        }
        throw new IllegalStateException("%s was answered twice".formatted(request));
    }

    @Override
    public Optional<String> objection(SetupPacket setup) {
        return isReturned
                ? Optional.of("a later reply that it had returned before, for %s".formatted(request))
                : Optional.empty();
    }

    /** Lets the host wait. */
    @Override
    public void perform(SetupPacket setup, UsbBus bus, InstantSource clock) {
        bus.hold();
    }

    /** Called when a class has returned this. */
    void begin(String what, Runnable whenAnswered) {
        isReturned = true;
        request = what;
        wakeUp = whenAnswered;
    }

    /** {@return the class's answer, or empty as long as there is none} */
    Optional<Reply> answer() {
        return Optional.ofNullable(answer.get());
    }

    /** {@return how long the class may take} */
    Duration longest() {
        return longest;
    }

    /** Called when no answer is wanted any more: {@return whether there is none} */
    boolean end() {
        wakeUp = () -> {};
        return answer.compareAndSet(null, OVER);
    }

    /** Tells the class that no answer is wanted any more. */
    void tellGivenUp() {
        givenUp.run();
    }
}
