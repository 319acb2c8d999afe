package usbd4j.gadget.serve;

import usbd4j.dfu.mode.LeaveReason;
import usbd4j.gadget.device.Absence;
import usbd4j.gadget.device.OffBus;

/** Why a device leaves the bus that does what DFU says. */
enum OwnDeparture implements Departure {
    /** The host has detached it, in run-time with bitWillDetach set, or in DFU mode. */
    DETACH,
    /** The host has reset the bus in appDETACH, or in DFU mode. */
    BUS_RESET,
    /** Manifestation is over, and the device runs its new firmware. */
    MANIFESTATION,
    /** The device resets itself, and comes back in the same persona. */
    SELF_RESET;

    /** {@return why a device leaves DFU mode} */
    static OwnDeparture of(LeaveReason reason) {
        return switch (reason) {
            case BUS_RESET -> BUS_RESET;
            case MANIFESTED -> MANIFESTATION;
            case DETACHED -> DETACH;
            case MEMORY_RESET -> SELF_RESET;
        };
    }

    @Override
    public boolean isOwn() {
        return true;
    }

    @Override
    public boolean changesPersona() {
        return this != SELF_RESET;
    }

    @Override
    public Absence absence(OffBus offBus) {
        return switch (this) {
            case DETACH -> offBus.afterDetach();
            case MANIFESTATION -> offBus.afterManifestation();
            case BUS_RESET, SELF_RESET -> offBus.afterReset();
        };
    }
}
