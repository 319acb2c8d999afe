package usbd4j.dfu.mode;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import usbd4j.dfu.DfuAttributes;
import usbd4j.dfu.DfuFunctionalDescriptor;
import usbd4j.dfu.DfuState;
import usbd4j.dfu.DfuStatus;
import usbd4j.dfu.StatusResponse;
import usbd4j.stack.Reply;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.descriptor.UsbString;

/** The state that the device is in, and what all states need to come to the next. */
final class Machine {
    private static final Logger LOG = System.getLogger(Machine.class.getName());

    private static final int LAST_BLOCK_NUMBER = 0xFFFF;
    private static final int LONGEST_POLL_TIMEOUT = 0xFFFFFF;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final DfuFunctionalDescriptor functional;
    private final DfuModeOptions options;
    private final Map<UsbString, Integer> strings = new HashMap<>();
    private DfuMemory memory;
    private ModeState state;

    Machine(DfuFunctionalDescriptor functional, DfuModeOptions options, DfuMemory memory) {
        this.functional = functional;
        this.options = options;
        this.memory = memory;
        this.state = atStart();
    }

    ModeState state() {
        return state;
    }

    DfuMemory memory() {
        return memory;
    }

    DfuAttributes attributes() {
        return functional.attributes();
    }

    /** {@return whether it can talk after manifestation} A memory that is addressed makes it leave. */
    boolean isManifestationTolerant() {
        return attributes().bitManifestationTolerant() && !memory.isAddressed();
    }

    /** {@return whether it needs no bus reset after manifestation} */
    boolean leavesByItself() {
        return attributes().bitWillDetach() || memory.isAddressed();
    }

    DfuModeOptions options() {
        return options;
    }

    void enter(ModeState next) {
        LOG.log(Level.DEBUG, "{0}", next.state());
        state = next;
    }

    /** Begins anew, with what the firmware's condition makes of it. */
    void restart() {
        restart(memory);
    }

    /** Begins anew, perhaps with another memory. */
    void restart(DfuMemory next) {
        memory.abort();
        memory = next;
        enter(atStart());
    }

    private ModeState atStart() {
        DfuStatus condition = memory.condition();
        return condition == DfuStatus.OK ? new Idle() : new InError(condition);
    }

    /** Leaves states whose time is over. */
    void advance(Instant now) {
        while (state.until().filter(end -> !end.isAfter(now)).isPresent()) {
            enter(state.afterwards(this));
        }
    }

    /** {@return a refusal, after which the device is in dfuERROR} */
    Reply refuse(DfuStatus status, String reason) {
        memory.abort();
        enter(new InError(status));
        return Reply.stall(reason);
    }

    /** {@return whether a block may come now} Where wBlockNum says where a block belongs, blocks come in any order. */
    boolean isDue(SetupPacket setup, int wBlockNum) {
        return memory.isAddressed() || setup.wValue() == wBlockNum;
    }

    /** {@return the refusal of a block that is not the one that is due} */
    Reply refuseBlock(SetupPacket setup, int due) {
        return refuse(DfuStatus.ERR_ADDRESS, "block %d is due, and not %d".formatted(due, setup.wValue()));
    }

    private Reply refuseLength() {
        return refuse(DfuStatus.ERR_STALLEDPKT, "wTransferSize is %d".formatted(functional.wTransferSize()));
    }

    /** {@return the answer to GETSTATUS that leads to a state} */
    Reply report(DfuStatus status, ModeState next) {
        enter(next);
        return answer(status, Duration.ZERO, next.state());
    }

    /** {@return the answer to GETSTATUS that says that the device is busy until the state that follows is over} */
    Reply reportBusy(Busy busy, Instant now) {
        enter(busy);
        return answerBusy(busy, now);
    }

    /** {@return the answer to GETSTATUS of a device that is busy already} */
    Reply answerBusy(Busy busy, Instant now) {
        Duration left = Duration.between(now, busy.end());
        return answer(DfuStatus.OK, left.isNegative() ? Duration.ZERO : left, busy.state());
    }

    private Reply answer(DfuStatus status, Duration wait, DfuState next) {
        long millis = wait.plusNanos(NANOS_PER_MILLI - 1).toMillis();
        int bwPollTimeout = (int) Math.min(millis, LONGEST_POLL_TIMEOUT);
        return Reply.data(new StatusResponse(status, bwPollTimeout, next, iString(status)).bytes());
    }

    private int iString(DfuStatus status) {
        return status == DfuStatus.ERR_VENDOR
                ? memory.vendorError().map(strings::get).orElse(0)
                : 0;
    }

    /** Called once, before a host asks anything. */
    void useStrings(List<UsbString> texts, List<Integer> indexes) {
        for (int i = 0; i < texts.size(); i++) {
            strings.put(texts.get(i), indexes.get(i));
        }
    }

    /** {@return the reply to DNLOAD with data} */
    Reply receive(SetupPacket setup, long offset, Instant now) {
        if (!attributes().bitCanDnload()) {
            return refuse(DfuStatus.ERR_STALLEDPKT, "the device takes no firmware (bitCanDnload)");
        }
        if (setup.wLength() > functional.wTransferSize()) {
            return refuseLength();
        }
        return Reply.receive(block -> take(setup, offset, block, now));
    }

    private void take(SetupPacket setup, long offset, ByteBuffer block, Instant now) {
        enter(
                memory.isAddressed()
                        ? DownloadStored.copy(setup.wValue(), offset, block)
                        : write(setup.wValue(), offset, block, now));
    }

    /** {@return the state of a device that has begun to write a block} */
    DownloadSync write(int wBlockNum, long offset, ByteBuffer block, Instant now) {
        int length = block.remaining();
        Work work = memory.download(wBlockNum, offset, block);
        return new DownloadSync(
                told(work.status()), work.resets(), now.plus(work.time()), after(wBlockNum), offset + length);
    }

    private DfuStatus told(DfuStatus status) {
        return status == DfuStatus.ERR_ADDRESS ? options.badAddress() : status;
    }

    /** {@return the reply to DNLOAD without data that is taken} */
    Reply beginManifestation() {
        return Reply.ack(now -> enter(ManifestSync.before()));
    }

    /** {@return the reply to UPLOAD} */
    Reply send(SetupPacket setup, long offset) {
        if (!attributes().bitCanUpload()) {
            return refuse(DfuStatus.ERR_STALLEDPKT, "the device gives no firmware (bitCanUpload)");
        }
        if (setup.wLength() > functional.wTransferSize()) {
            return refuseLength();
        }
        Upload upload = memory.upload(setup.wValue(), offset, setup.wLength());
        if (upload.status() != DfuStatus.OK) {
            return refuse(told(upload.status()), "the memory does not give block %d".formatted(setup.wValue()));
        }
        ByteBuffer block = upload.bytes();
        boolean isLast = block.remaining() < setup.wLength();
        enter(isLast ? new Idle() : new UploadIdle(after(setup.wValue()), offset + block.remaining()));
        return Reply.data(block);
    }

    /** {@return the wBlockNum that follows: after 65535 comes 0} */
    private static int after(int wBlockNum) {
        return wBlockNum == LAST_BLOCK_NUMBER ? 0 : wBlockNum + 1;
    }
}
