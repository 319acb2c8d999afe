package usbd4j.dfu.mode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import usbd4j.dfu.DfuAttributes;
import usbd4j.dfu.DfuFunctionalDescriptor;

/** A host of a device with two memories: wTransferSize 64. */
final class ModeHost extends DfuHost {
    static final int TRANSFER_SIZE = 64;

    final RamMemory memory;
    final RamMemory second;
    private final AtomicInteger timesLeft;

    ModeHost(DfuAttributes attributes, DfuModeOptions options) {
        this(attributes, options, new RamMemory("first"), new RamMemory("second"), new AtomicInteger());
    }

    private ModeHost(
            DfuAttributes attributes,
            DfuModeOptions options,
            RamMemory memory,
            RamMemory second,
            AtomicInteger timesLeft) {
        super(new DfuModeClass(
                new DfuFunctionalDescriptor(attributes, 1000, TRANSFER_SIZE, 0x0110),
                options,
                List.of(memory, second),
                timesLeft::incrementAndGet));
        this.memory = memory;
        this.second = second;
        this.timesLeft = timesLeft;
    }

    /** {@return a host of a device that can do everything, is tolerant, and waits for resets} */
    static ModeHost ofDevice() {
        return new ModeHost(new DfuAttributes(true, true, true, false), DfuModeOptions.SPECIFICATION);
    }

    static ModeHost ofIntolerantDevice(boolean bitWillDetach) {
        return new ModeHost(new DfuAttributes(true, true, false, bitWillDetach), DfuModeOptions.SPECIFICATION);
    }

    int timesLeft() {
        return timesLeft.get();
    }

    /** Downloads a block, and asks until the device takes the next. */
    void downloadWhole(int wBlockNum, byte... block) {
        download(wBlockNum, block);
        assertThat(status()).isEqualTo("OK, dfuDNBUSY, ask again in 50 ms");
        advance(50);
        assertThat(status()).isEqualTo("OK, dfuDNLOAD-IDLE");
    }

    static byte[] bytes(int count, int value) {
        byte[] bytes = new byte[count];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
