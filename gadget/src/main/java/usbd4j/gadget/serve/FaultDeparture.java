package usbd4j.gadget.serve;

import usbd4j.gadget.device.Absence;
import usbd4j.gadget.device.OffBus;
import usbd4j.gadget.device.OtherIdentity;

/**
 * A fault has the device leave the bus.
 *
 * @param time how long the device stays away
 * @param changesPersona whether it comes back in its other persona
 * @param identity what is different then
 */
record FaultDeparture(Absence time, boolean changesPersona, OtherIdentity identity) implements Departure {
    @Override
    public boolean isOwn() {
        return false;
    }

    @Override
    public Absence absence(OffBus offBus) {
        return time;
    }
}
