package usbd4j.dfu.mode;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import usbd4j.dfu.DfuStatus;
import usbd4j.stack.descriptor.UsbString;

/** A memory that takes 50 ms for a block and 100 ms for manifestation. Tests set what fails. */
final class RamMemory implements DfuMemory {
    private final ByteArrayOutputStream incoming = new ByteArrayOutputStream();
    private final String name;
    private byte[] firmware = new byte[1000];
    DfuStatus condition = DfuStatus.OK;
    DfuStatus programming = DfuStatus.OK;
    DfuStatus manifestation = DfuStatus.OK;
    Duration programmingTime = Duration.ofMillis(50);
    Duration manifestationTime = Duration.ofMillis(100);
    boolean isComplete = true;
    boolean resets;

    RamMemory(String name) {
        this.name = name;
        for (int i = 0; i < firmware.length; i++) {
            firmware[i] = (byte) i;
        }
    }

    byte[] firmware() {
        return firmware.clone();
    }

    int incoming() {
        return incoming.size();
    }

    @Override
    public Optional<UsbString> name() {
        return Optional.of(UsbString.of(name));
    }

    @Override
    public DfuStatus condition() {
        return condition;
    }

    @Override
    public Work download(int wBlockNum, long offset, ByteBuffer block) {
        if (offset == 0) {
            incoming.reset();
        }
        byte[] bytes = new byte[block.remaining()];
        block.get(bytes);
        incoming.writeBytes(bytes);
        return new Work(programmingTime, programming, resets);
    }

    @Override
    public boolean isComplete() {
        return isComplete;
    }

    @Override
    public Duration manifestationTime() {
        return manifestationTime;
    }

    @Override
    public DfuStatus manifest() {
        if (manifestation == DfuStatus.OK) {
            firmware = incoming.toByteArray();
        }
        return manifestation;
    }

    @Override
    public void abort() {
        incoming.reset();
    }

    @Override
    public Upload upload(int wBlockNum, long offset, int length) {
        int from = (int) Math.min(offset, firmware.length);
        return Upload.of(ByteBuffer.wrap(Arrays.copyOfRange(firmware, from, Math.min(firmware.length, from + length))));
    }
}
