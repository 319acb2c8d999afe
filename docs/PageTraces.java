import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import usbd4j.dfu.DfuRequest;
import usbd4j.dfu.DfuState;
import usbd4j.dfu.DfuStatus;
import usbd4j.dfu.StatusResponse;
import usbd4j.gadget.trace.Attached;
import usbd4j.gadget.trace.BusChange;
import usbd4j.gadget.trace.ControlTransfer;
import usbd4j.gadget.trace.Ending;
import usbd4j.gadget.trace.Note;
import usbd4j.gadget.trace.TraceEvent;
import usbd4j.gadget.tracefile.Conversion;
import usbd4j.stack.BusEvent;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.descriptor.Speed;

/** Writes the traces that docs/page-test looks at: what dfu-util does, with times of a device that never was. */
final class PageTraces implements AutoCloseable {
    private static final int BLOCK = 4096;
    private static final int SIZE = 4 << 20;

    private final Conversion file;
    private final Random random = new Random(1);
    private Instant now = Instant.parse("2026-03-14T15:09:26.535897Z");

    private PageTraces(Path file) {
        this.file = Conversion.to(file);
    }

    /** Takes the folder that the traces are written to. */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        try (PageTraces traces = new PageTraces(folder.resolve("upgrade.jsonl"))) {
            traces.upgrade();
        }
        try (PageTraces traces = new PageTraces(folder.resolve("failed.jsonl"))) {
            traces.failed();
        }
        try (PageTraces traces = new PageTraces(folder.resolve("stalled.jsonl"))) {
            traces.stalled();
        }
        try (PageTraces traces = new PageTraces(folder.resolve("many.jsonl"))) {
            traces.many(100_000);
        }
    }

    /** From run-time to DFU mode, 4 MiB, and back, into the new firmware. */
    private void upgrade() {
        detach();
        idle();
        for (int block = 0; block < SIZE / BLOCK; block++) {
            // Sectors of 256 KiB are erased when their first block comes.
            block(block, block % 64 == 0 ? 9 : 1);
        }
        out(DfuRequest.DNLOAD, SIZE / BLOCK, 0);
        status(DfuState.DFU_MANIFEST_SYNC, 0);
        for (int i = 0; i < 24; i++) {
            status(DfuState.DFU_MANIFEST, 50);
        }
        note("the new firmware has " + SIZE + " bytes");
        status(DfuState.DFU_IDLE, 0);
        out(DfuRequest.DETACH, 1000, 0);
        note("DETACH: leaving DFU mode for run-time");
        change(BusEvent.DETACHED);
        pass(1500);
        attach("run-time", 1);
    }

    /** The memory does not hold what it was given, and the host tries again. */
    private void failed() {
        detach();
        idle();
        download(150);
        note("fault: errVERIFY at byte 618496, as the device file says");
        out(DfuRequest.DNLOAD, 151, BLOCK);
        status(DfuState.DFU_DNBUSY, 20);
        error(DfuStatus.ERR_VERIFY);
        out(DfuRequest.CLRSTATUS, 0, 0);
        idle();
        pass(2600);
        download(96);
        out(DfuRequest.DNLOAD, 96, BLOCK);
        error(DfuStatus.ERR_VERIFY);
        out(DfuRequest.CLRSTATUS, 0, 0);
        status(DfuState.DFU_IDLE, 0);
        upload(40);
        out(DfuRequest.ABORT, 0, 0);
        idle();
    }

    /** A host that knows DFU only a little, against a device that is slow. */
    private void stalled() {
        attach("dfu-mode", 2);
        stall(DfuRequest.DETACH.setup(0, 1000, 0), "DETACH in dfuIDLE");
        stall(DfuRequest.GETSTATE.setup(0, 0, 0), "wLength 0");
        error(DfuStatus.ERR_STALLEDPKT);
        out(DfuRequest.CLRSTATUS, 0, 0);
        idle();
        download(3);
        SetupPacket tooEarly = DfuRequest.DNLOAD.setup(0, 3, BLOCK);
        out(DfuRequest.DNLOAD, 3, BLOCK);
        stall(tooEarly, "DNLOAD in dfuDNLOAD-SYNC");
        error(DfuStatus.ERR_STALLEDPKT);
        out(DfuRequest.CLRSTATUS, 0, 0);
        idle();
        out(DfuRequest.DNLOAD, 0, BLOCK);
        for (int i = 0; i < 40; i++) {
            status(DfuState.DFU_DNBUSY, 20);
        }
        note("fault: the device does not answer for 5 s");
        SetupPacket status = DfuRequest.GETSTATUS.setup(0, 0, 6);
        happened(new ControlTransfer(
                now, Duration.ofNanos(30_000), status, Ending.HELD, ControlTransfer.NO_DATA, ""));
        control(status, Ending.GIVEN_UP, new byte[0], "", 5_000_000);
        change(BusEvent.RESET);
        pass(120);
        change(BusEvent.CONFIGURED);
        idle();
        stall(DfuRequest.UPLOAD.setup(0, 0, BLOCK), "UPLOAD, and bitCanUpload is 0");
        error(DfuStatus.ERR_STALLEDPKT);
        note("a string that ends no element: </script><b>");
    }

    /** Small blocks, one after the other. */
    private void many(int count) {
        attach("dfu-mode", 2);
        idle();
        for (int events = 5; events < count; events += 5) {
            control(DfuRequest.DNLOAD.setup(0, events / 5 & 0xFFFF, 64), Ending.DONE, data(64), "", 300);
            status(DfuState.DFU_DNBUSY, 2);
            status(DfuState.DFU_DNBUSY, 2);
            status(DfuState.DFU_DNBUSY, 2);
            status(DfuState.DFU_DNLOAD_IDLE, 0);
        }
        stall(DfuRequest.DETACH.setup(0, 1000, 0), "the last event of all");
    }

    private void detach() {
        attach("run-time", 1);
        get(DfuRequest.GETSTATE, 1, DfuState.APP_IDLE.bytes());
        status(DfuState.APP_IDLE, 0);
        out(DfuRequest.DETACH, 1000, 0);
        note("bitWillDetach: leaving run-time for DFU mode");
        change(BusEvent.DETACHED);
        pass(1300);
        attach("dfu-mode", 2);
    }

    private void idle() {
        status(DfuState.DFU_IDLE, 0);
        get(DfuRequest.GETSTATE, 1, DfuState.DFU_IDLE.bytes());
    }

    private void download(int blocks) {
        for (int block = 0; block < blocks; block++) {
            block(block, block % 64 == 0 ? 9 : 1);
        }
    }

    private void block(int block, int polls) {
        out(DfuRequest.DNLOAD, block, BLOCK);
        for (int i = 0; i < polls; i++) {
            status(DfuState.DFU_DNBUSY, 5);
        }
        status(DfuState.DFU_DNLOAD_IDLE, 0);
    }

    private void upload(int blocks) {
        for (int block = 0; block < blocks; block++) {
            get(DfuRequest.UPLOAD, block, BLOCK, ByteBuffer.wrap(data(BLOCK)));
        }
        status(DfuState.DFU_UPLOAD_IDLE, 0);
    }

    private void attach(String persona, int product) {
        happened(new Attached(
                now,
                persona,
                "functionfs",
                bytes(18, 1, 0, 2, 0, 0, 0, 64, 0x09, 0x12, product, 0, 0, 1, 1, 2, 3, 1),
                bytes(9, 2, 27, 0, 1, 1, 0, 0x80, 50, 9, 4, 0, 0, 0, 0xFE, 1, product, 4, 9, 0x21, 0x0D, 0xE8, 3, 0, 16, 16, 1)));
        pass(240);
        change(BusEvent.RESET);
        pass(60);
        change(BusEvent.CONFIGURED);
    }

    private void change(BusEvent event) {
        boolean isConfigured = event == BusEvent.CONFIGURED;
        happened(new BusChange(now, event, isConfigured ? Optional.of(Speed.HIGH) : Optional.empty()));
    }

    private void note(String text) {
        happened(new Note(now, text));
    }

    private void out(DfuRequest request, int wValue, int length) {
        control(request.setup(0, wValue, length), Ending.DONE, data(length), "", length > 0 ? 800 : 120);
    }

    private void status(DfuState state, int bwPollTimeout) {
        get(DfuRequest.GETSTATUS, 6, new StatusResponse(DfuStatus.OK, bwPollTimeout, state, 0).bytes());
        pass(bwPollTimeout);
    }

    private void error(DfuStatus status) {
        get(DfuRequest.GETSTATUS, 6, new StatusResponse(status, 0, DfuState.DFU_ERROR, 0).bytes());
    }

    private void get(DfuRequest request, int wLength, ByteBuffer answer) {
        get(request, 0, wLength, answer);
    }

    private void get(DfuRequest request, int wValue, int wLength, ByteBuffer answer) {
        control(request.setup(0, wValue, wLength), Ending.DONE, answer.array(), "", wLength > 6 ? 900 : 110);
    }

    private void stall(SetupPacket setup, String reason) {
        control(setup, Ending.STALLED, new byte[0], reason, 90);
    }

    private void control(SetupPacket setup, Ending ending, byte[] data, String reason, int took) {
        long micros = took + random.nextInt(took / 4 + 1);
        happened(new ControlTransfer(
                now, Duration.ofNanos(micros * 1000), setup, ending, ByteBuffer.wrap(data), reason));
        now = now.plusNanos((micros + 40 + random.nextInt(60)) * 1000);
    }

    private void happened(TraceEvent event) {
        file.happened(event);
    }

    private void pass(int millis) {
        now = now.plusMillis(millis);
    }

    /** Looks like firmware: vectors, and a word now and then. */
    private byte[] data(int length) {
        ByteBuffer data = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (data.remaining() >= 16) {
            data.putInt(0x08000000 + random.nextInt(1 << 20)).putInt(random.nextInt());
            data.put("firmware".getBytes(US_ASCII));
        }
        return data.array();
    }

    private static ByteBuffer bytes(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length);
        for (int value : values) {
            bytes.put((byte) value);
        }
        return bytes.flip();
    }

    @Override
    public void close() {
        file.close();
    }
}
