package usbd4j.dfu.mode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import usbd4j.dfu.DfuAttributes;
import usbd4j.dfu.DfuFunctionalDescriptor;
import usbd4j.dfu.DfuRequest;
import usbd4j.dfu.DfuState;
import usbd4j.dfu.StatusResponse;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.memory.Host;
import usbd4j.stack.memory.StallException;

/** A host that speaks DFU, and its device in DFU mode: wTransferSize 64. */
final class ModeHost {
    static final int TRANSFER_SIZE = 64;

    final RamMemory memory = new RamMemory("first");
    final RamMemory second = new RamMemory("second");
    private final DfuModeClass mode;
    private final Host host;
    private int timesLeft;

    ModeHost(DfuAttributes attributes, DfuModeOptions options) {
        mode = new DfuModeClass(
                new DfuFunctionalDescriptor(attributes, 1000, TRANSFER_SIZE, 0x0110),
                options,
                List.of(memory, second),
                () -> timesLeft++);
        host = Host.attach(mode);
    }

    /** {@return a host of a device that can do everything, is tolerant, and waits for resets} */
    static ModeHost ofDevice() {
        return new ModeHost(new DfuAttributes(true, true, true, false), DfuModeOptions.SPECIFICATION);
    }

    static ModeHost ofIntolerantDevice(boolean bitWillDetach) {
        return new ModeHost(new DfuAttributes(true, true, false, bitWillDetach), DfuModeOptions.SPECIFICATION);
    }

    /** {@return the host, for what is not DFU} */
    Host usb() {
        return host;
    }

    DfuState state() {
        return mode.state();
    }

    int timesLeft() {
        return timesLeft;
    }

    void download(int wBlockNum, byte... block) {
        host.controlOut(DfuRequest.DNLOAD.setup(0, wBlockNum, block.length), block);
    }

    byte[] upload(int wBlockNum, int wLength) {
        return host.controlIn(DfuRequest.UPLOAD.setup(0, wBlockNum, wLength));
    }

    void clearStatus() {
        host.controlOut(DfuRequest.CLRSTATUS.setup(0, 0, 0));
    }

    void abort() {
        host.controlOut(DfuRequest.ABORT.setup(0, 0, 0));
    }

    /** {@return what GETSTATUS says, in words} */
    String status() {
        return StatusResponse.read(ByteBuffer.wrap(host.controlIn(DfuRequest.GETSTATUS.setup(0, 0, 6))))
                .orElseThrow()
                .toString();
    }

    /** Downloads a block, and asks until the device takes the next. */
    void downloadWhole(int wBlockNum, byte... block) {
        download(wBlockNum, block);
        assertThat(status()).isEqualTo("OK, dfuDNBUSY, ask again in 50 ms");
        advance(50);
        assertThat(status()).isEqualTo("OK, dfuDNLOAD-IDLE");
    }

    /** Sends a request, and insists that it is stalled. */
    void stalled(SetupPacket setup) {
        assertThatExceptionOfType(StallException.class)
                .as(setup.toString())
                .isThrownBy(() -> host.control(setup, new byte[setup.wLength()]));
    }

    void advance(int millis) {
        host.advance(Duration.ofMillis(millis));
    }

    static byte[] bytes(int count, int value) {
        byte[] bytes = new byte[count];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
