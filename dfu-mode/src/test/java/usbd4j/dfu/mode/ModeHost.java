package usbd4j.dfu.mode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import usbd4j.dfu.DfuAttributes;
import usbd4j.dfu.DfuFunctionalDescriptor;
import usbd4j.dfu.DfuInterface;
import usbd4j.stack.Direction;
import usbd4j.stack.Recipient;
import usbd4j.stack.RequestType;
import usbd4j.stack.SetupPacket;

/** A host of a device with two memories: wTransferSize 64. */
final class ModeHost extends DfuHost {
    static final int TRANSFER_SIZE = 64;

    final RamMemory memory;
    final RamMemory second;
    private final AtomicInteger leaveCount;

    ModeHost(DfuAttributes attributes, DfuModeOptions options) {
        this(attributes, options, true);
    }

    private ModeHost(DfuAttributes attributes, DfuModeOptions options, boolean canLeave) {
        this(attributes, options, canLeave, new RamMemory("first"), new RamMemory("second"), new AtomicInteger());
    }

    private ModeHost(
            DfuAttributes attributes,
            DfuModeOptions options,
            boolean canLeave,
            RamMemory memory,
            RamMemory second,
            AtomicInteger leaveCount) {
        super(new DfuModeClass(
                DfuInterface.DFU_MODE,
                new DfuFunctionalDescriptor(attributes, 1000, TRANSFER_SIZE, 0x0110),
                options,
                List.of(memory, second),
                reason -> leaveCount.incrementAndGet() > 0 && canLeave));
        this.memory = memory;
        this.second = second;
        this.leaveCount = leaveCount;
    }

    /** {@return a host of a tolerant device without bitWillDetach} */
    static ModeHost ofDevice() {
        return new ModeHost(new DfuAttributes(true, true, true, false), DfuModeOptions.SPECIFICATION);
    }

    static ModeHost ofIntolerantDevice(boolean bitWillDetach) {
        return new ModeHost(new DfuAttributes(true, true, false, bitWillDetach), DfuModeOptions.SPECIFICATION);
    }

    /** {@return a host of a device that leaves by itself, and then finds that it cannot} */
    static ModeHost ofDeviceThatCannotLeave() {
        return new ModeHost(new DfuAttributes(true, true, false, true), DfuModeOptions.SPECIFICATION, false);
    }

    /** {@return how often the device left for run-time} */
    int leaveCount() {
        return leaveCount.get();
    }

    /** Downloads a block, and waits until it is written. */
    void downloadWhole(int wBlockNum, byte... block) {
        download(wBlockNum, block);
        assertThat(status()).isEqualTo("OK, dfuDNBUSY, ask again in 50 ms");
        advance(50);
        assertThat(status()).isEqualTo("OK, dfuDNLOAD-IDLE");
    }

    /** Downloads 64 bytes, and waits until manifestation is over. */
    void downloadAndManifest() {
        downloadWhole(0, bytes(64, 1));
        download(1);
        assertThat(status()).isEqualTo("OK, dfuMANIFEST, ask again in 100 ms");
        advance(100);
    }

    void setInterface(int bAlternateSetting) {
        usb().controlOut(SetupPacket.of(
                Direction.OUT, RequestType.STANDARD, Recipient.INTERFACE, 11, bAlternateSetting, 0, 0));
    }

    static byte[] bytes(int count, int value) {
        byte[] bytes = new byte[count];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
