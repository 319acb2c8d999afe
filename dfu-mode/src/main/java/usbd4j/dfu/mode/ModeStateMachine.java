package usbd4j.dfu.mode;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import usbd4j.dfu.DfuAttributes;
import usbd4j.dfu.DfuFunctionalDescriptor;
import usbd4j.dfu.DfuStatus;
import usbd4j.stack.LaterReply;
import usbd4j.stack.Reply;

/** The state machine of DFU mode (DFU 1.1, A.1): the current state, and what the states share. */
final class ModeStateMachine {
    private static final Logger LOG = System.getLogger(ModeStateMachine.class.getName());

    /** How much longer than the memory a device thread may be that has much to do. */
    private static final Duration HELD_TOO_LONG = Duration.ofSeconds(10);

    private final DfuFunctionalDescriptor functional;
    private final DfuModeOptions options;
    private final StatusReport statusReport;
    private final BlockTransfer transfer = new BlockTransfer(this);
    private DfuMemory memory;
    private ModeState state;
    private Optional<LaterReply> held = Optional.empty();

    ModeStateMachine(DfuFunctionalDescriptor functional, DfuModeOptions options, DfuMemory memory) {
        this.functional = functional;
        this.options = options;
        this.statusReport = new StatusReport(options.pollTimeouts());
        this.memory = memory;
        this.state = initialState();
    }

    ModeState state() {
        return state;
    }

    /** {@return the memory of the current alternate setting} */
    DfuMemory memory() {
        return memory;
    }

    DfuAttributes attributes() {
        return functional.attributes();
    }

    int wTransferSize() {
        return functional.wTransferSize();
    }

    DfuModeOptions options() {
        return options;
    }

    StatusReport statusReport() {
        return statusReport;
    }

    BlockTransfer transfer() {
        return transfer;
    }

    /** {@return whether the device can communicate after manifestation, and so stays in DFU mode} */
    boolean isManifestationTolerant() {
        return attributes().bitManifestationTolerant();
    }

    /**
     * {@return whether the device leaves the bus after manifestation without a bus reset} With an addressed memory it starts
     * the application, whatever the attributes are.
     */
    boolean leavesByItself() {
        return attributes().bitWillDetach() || memory.isAddressed();
    }

    void enter(ModeState next) {
        LOG.log(Level.DEBUG, "{0}", next.state());
        state = next;
    }

    /** Drops an unfinished transfer and goes to the initial state: dfuIDLE, or dfuERROR if the memory is not all right. */
    void restart() {
        restart(memory);
    }

    /** Drops an unfinished transfer and goes to the initial state with the memory of another alternate setting. */
    void restart(DfuMemory next) {
        memory.abort();
        memory = next;
        enter(initialState());
    }

    private ModeState initialState() {
        DfuStatus condition = memory.condition();
        DfuStatus told = condition == DfuStatus.OK && options.startInError() ? DfuStatus.ERR_FIRMWARE : condition;
        return told == DfuStatus.OK ? new Idle() : new ErrorState(told);
    }

    /** Leaves states whose time is over. */
    void advance(Instant now) {
        while (state.until().filter(end -> !end.isAfter(now)).isPresent()) {
            enter(state.afterwards(this));
        }
        if (!(state instanceof BusyState)) {
            held.ifPresent(reply -> reply.answer(state.status(now, this)));
            held = Optional.empty();
        }
    }

    /** {@return the reply to GETSTATUS that comes when the memory is done} */
    Reply statusAfter(BusyState busy, Instant now) {
        Duration longest = Duration.between(now, busy.end()).plus(HELD_TOO_LONG);
        LaterReply reply = Reply.later(longest, () -> held = Optional.empty());
        held = Optional.of(reply);
        return reply;
    }

    /** {@return a stall, after which the device is in dfuERROR} */
    Reply refuse(DfuStatus status, String reason) {
        memory.abort();
        enter(new ErrorState(status));
        return Reply.stall(reason);
    }

    /** {@return the acknowledgement of a request that ends a transfer and leads to dfuIDLE} */
    Reply backToIdle() {
        return Reply.ack(now -> {
            memory.abort();
            enter(new Idle());
        });
    }

    /** {@return the reply to the DNLOAD without data that ends a download} */
    Reply finishDownload() {
        return memory.isComplete()
                ? Reply.ack(now -> enter(ManifestSync.before()))
                : refuse(DfuStatus.ERR_NOTDONE, "the image is not complete");
    }

    /** {@return the reply to DETACH in a state that takes it if the options say so} */
    Reply detach(ModeState from) {
        return options.leaveAfterDetach().map(this::acknowledgeDetach).orElseGet(() -> from.refuse(this));
    }

    private Reply acknowledgeDetach(Duration delay) {
        return Reply.ack(now -> {
            state.detached(this);
            enter(new Detaching(now.plus(delay)));
        });
    }

    /** {@return the answer to GETSTATUS that leads to a state, or stays in it} */
    Reply report(DfuStatus status, ModeState next, Instant now) {
        enter(next);
        Duration left = next.until().map(end -> Duration.between(now, end)).orElse(Duration.ZERO);
        return statusReport.of(status, left, next.state(), memory);
    }
}
