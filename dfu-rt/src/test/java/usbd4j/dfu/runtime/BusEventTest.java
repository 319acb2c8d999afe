package usbd4j.dfu.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import usbd4j.dfu.DfuState;
import usbd4j.stack.BusEvent;

/** Bus events in appDETACH of a device without bitWillDetach. */
class BusEventTest {
    private final DfuHost host = DfuHost.ofWaitingDevice(DetachPolicy.ACCEPT);

    @Test
    void resetInTimeDetaches() {
        host.detach(1000);
        host.advance(999);
        host.reset();

        assertThat(host.timesDetached()).isEqualTo(1);
    }

    @Test
    void resetAfterTheTimeoutStaysInAppIdle() {
        host.detach(1000);
        host.advance(1001);
        host.reset();

        assertThat(host.timesDetached()).isZero();
        assertThat(host.getState()).isEqualTo(DfuState.APP_IDLE);
    }

    @Test
    void resetInAppIdleDoesNothing() {
        host.reset();

        assertThat(host.timesDetached()).isZero();
        assertThat(host.getState()).isEqualTo(DfuState.APP_IDLE);
    }

    @Test
    void theTimeoutAloneDoesNotDetach() {
        host.detach(1000);
        host.advance(5000);

        assertThat(host.timesDetached()).isZero();
    }

    @Test
    void afterTheDetachTheClassIsInAppIdle() {
        host.detach(1000);
        host.reset();

        assertThat(host.getState()).isEqualTo(DfuState.APP_IDLE);
    }

    @Test
    void aSecondResetDoesNotDetachAgain() {
        host.detach(1000);
        host.reset();
        host.reset();
        host.advance(5000);

        assertThat(host.timesDetached()).isEqualTo(1);
    }

    @Test
    void theDeviceCanBeDetachedAgain() {
        host.detach(1000);
        host.reset();
        host.detach(1000);
        host.reset();

        assertThat(host.timesDetached()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "RESET")
    void otherBusEventsDoNotDetach(BusEvent event) {
        host.detach(1000);
        happen(event);

        assertThat(host.timesDetached()).isZero();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "RESET")
    void otherBusEventsDoNotEndAppDetach(BusEvent event) {
        host.detach(1000);
        happen(event);
        host.reset();

        assertThat(host.timesDetached()).isEqualTo(1);
    }

    private void happen(BusEvent event) {
        switch (event) {
            case CONFIGURED -> host.usb().configure(1);
            case DECONFIGURED -> host.usb().deconfigure();
            case RESET, SUSPENDED, RESUMED, DETACHED -> host.usb().happen(event);
        }
    }
}
