package usbd4j.dfu.runtime;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.util.Optional;
import usbd4j.dfu.DfuAttributes;
import usbd4j.dfu.DfuFunctionalDescriptor;
import usbd4j.dfu.DfuInterface;
import usbd4j.dfu.DfuRequest;
import usbd4j.dfu.DfuState;
import usbd4j.dfu.StatusResponse;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.memory.Host;
import usbd4j.stack.memory.StallException;

/** A DFU host and its device: one DFU run-time interface, wDetachTimeOut 1000. */
final class DfuHost {
    private final Host host;
    private int timesDetached;

    private DfuHost(boolean bitWillDetach, DetachPolicy policy) {
        DfuFunctionalDescriptor functional =
                new DfuFunctionalDescriptor(new DfuAttributes(true, true, true, bitWillDetach), 1000, 4096, 0x0110);
        host = Host.attach(
                new DfuRuntime(DfuInterface.RUN_TIME, Optional.empty(), functional, policy, () -> timesDetached++));
    }

    /** {@return a host of a device that waits for a bus reset} */
    static DfuHost ofWaitingDevice(DetachPolicy policy) {
        return new DfuHost(false, policy);
    }

    /** {@return a host of a device with bitWillDetach} */
    static DfuHost ofSelfDetachingDevice(DetachPolicy policy) {
        return new DfuHost(true, policy);
    }

    /** {@return the host, for requests that are not of DFU} */
    Host usb() {
        return host;
    }

    void detach(int wTimeout) {
        host.controlOut(DfuRequest.DETACH.setup(0, wTimeout, 0));
    }

    DfuState getState() {
        return DfuState.of(host.controlIn(DfuRequest.GETSTATE.setup(0, 0, 1))[0])
                .orElseThrow();
    }

    StatusResponse getStatus() {
        return StatusResponse.read(ByteBuffer.wrap(host.controlIn(DfuRequest.GETSTATUS.setup(0, 0, 6))))
                .orElseThrow();
    }

    /** Sends a request, and asserts that it is stalled. */
    void stalled(SetupPacket setup) {
        assertThatExceptionOfType(StallException.class)
                .as(setup.toString())
                .isThrownBy(() -> host.control(setup, new byte[setup.wLength()]));
    }

    void advance(int millis) {
        host.advance(ofMillis(millis));
    }

    void reset() {
        host.reset();
    }

    /** {@return how often the device left for DFU mode} */
    int timesDetached() {
        return timesDetached;
    }
}
