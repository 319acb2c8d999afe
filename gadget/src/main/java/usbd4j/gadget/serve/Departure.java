package usbd4j.gadget.serve;

import usbd4j.gadget.device.Absence;
import usbd4j.gadget.device.OffBus;
import usbd4j.gadget.device.OtherIdentity;

/** Why a device leaves the bus. */
sealed interface Departure permits OwnDeparture, FaultDeparture {
    /** {@return whether the device leaves as DFU says, and not for a fault} */
    boolean isOwn();

    /** {@return whether the device comes back in its other persona} */
    boolean changesPersona();

    /**
     * {@return how long the device stays away}
     *
     * @param offBus how long it does for each reason of its own
     */
    Absence absence(OffBus offBus);

    /** {@return what is different when it is back, until it leaves again} */
    default OtherIdentity identity() {
        return OtherIdentity.NONE;
    }
}
