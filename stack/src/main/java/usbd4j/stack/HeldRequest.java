package usbd4j.stack;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Optional;

/**
 * A request whose reply comes later.
 *
 * @param setup the request
 * @param later the reply
 * @param who the class that owes the answer, for the log
 * @param until when the class must have answered
 */
record HeldRequest(SetupPacket setup, LaterReply later, String who, Instant until) {
    private static final Logger LOG = System.getLogger(HeldRequest.class.getName());

    /**
     * Begins to wait for the class's answer.
     *
     * @param now the time
     * @param whenAnswered called on the thread that answers
     */
    static HeldRequest begin(SetupPacket setup, LaterReply later, String who, Instant now, Runnable whenAnswered) {
        later.begin("%s, which %s answers".formatted(setup, who), whenAnswered);
        return new HeldRequest(setup, later, who, now.plus(later.longest()));
    }

    /** {@return the reply to perform now, or empty as long as the class may still take its time} */
    Optional<Reply> reply(Instant now) {
        if (!now.isBefore(until) && end()) {
            LOG.log(
                    Level.ERROR,
                    "{0} has not answered {1} within the {2} ms that it asked for; stalling the request",
                    who,
                    setup,
                    later.longest().toMillis());
            return Optional.of(Reply.stall("the answer did not come in time"));
        }
        return later.answer();
    }

    /** Called when the host no longer waits, or the device is closed. */
    void giveUp() {
        end();
    }

    /** {@return whether the class had not answered, and has been told that it is too late} */
    private boolean end() {
        boolean isEnded = later.end();
        if (isEnded) {
            ClassCall.make("a request that the host gave up", LaterReply::tellGivenUp, later);
        }
        return isEnded;
    }
}
