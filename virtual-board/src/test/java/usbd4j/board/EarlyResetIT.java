package usbd4j.board;

import org.junit.jupiter.api.Test;

/** A host that resets the bus before the program has read that it is configured. */
class EarlyResetIT {
    private static final String CONFIGURED = "configured by the host";

    @Test
    void isToldOfTheResetAfterAll() {
        Cable.pull();
        try (RunningDevice device = RunningDevice.start()) {
            device.awaitLine("on the bus as 1209:0001");
            device.signal("STOP");
            Cable.plugIn();
            try (UsbHost host = UsbHost.of(0x1209, 0x0001)) {
                host.reset();
            }
            device.signal("CONT");

            device.awaitLine(CONFIGURED);
            device.awaitLine("bus reset");
            device.awaitLine(CONFIGURED);
        }
    }
}
