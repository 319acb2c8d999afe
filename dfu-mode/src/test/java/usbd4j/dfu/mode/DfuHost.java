package usbd4j.dfu.mode;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.time.Duration;
import usbd4j.dfu.DfuRequest;
import usbd4j.dfu.DfuState;
import usbd4j.dfu.StatusResponse;
import usbd4j.stack.Direction;
import usbd4j.stack.Recipient;
import usbd4j.stack.RequestType;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.memory.Host;
import usbd4j.stack.memory.StallException;

/** A DFU host and its device in DFU mode. */
class DfuHost {
    private final DfuModeClass mode;
    private final Host host;

    DfuHost(DfuModeClass mode) {
        this.mode = mode;
        host = Host.attach(mode);
    }

    /** {@return the host, for requests that are not of DFU} */
    Host usb() {
        return host;
    }

    DfuState state() {
        return mode.state();
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

    void detach() {
        host.controlOut(DfuRequest.DETACH.setup(0, 1000, 0));
    }

    /** {@return the answer to GETSTATUS, as text} */
    String status() {
        return StatusResponse.read(ByteBuffer.wrap(host.controlIn(DfuRequest.GETSTATUS.setup(0, 0, 6))))
                .orElseThrow()
                .toString();
    }

    /** {@return the string with the index iString of GETSTATUS} */
    String statusText() {
        int iString = StatusResponse.read(ByteBuffer.wrap(host.controlIn(DfuRequest.GETSTATUS.setup(0, 0, 6))))
                .orElseThrow()
                .iString();
        byte[] descriptor = host.controlIn(
                SetupPacket.of(Direction.IN, RequestType.STANDARD, Recipient.DEVICE, 6, 3 << 8 | iString, 0x0409, 255));
        return new String(descriptor, 2, descriptor.length - 2, UTF_16LE);
    }

    /** Sends a request, and asserts that it is stalled. */
    void stalled(SetupPacket setup) {
        assertThatExceptionOfType(StallException.class)
                .as(setup.toString())
                .isThrownBy(() -> host.control(setup, new byte[setup.wLength()]));
    }

    void advance(int millis) {
        host.advance(Duration.ofMillis(millis));
    }
}
