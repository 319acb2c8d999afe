package usbd4j.gadget.device;

import usbd4j.stack.BusEvent;
import usbd4j.stack.fault.Occasion;

/** An event that a fault may strike. */
public enum FaultyEvent implements FaultOccasion {
    /** The device connects to the bus. */
    ATTACH,
    /** The host resets the bus. */
    RESET,
    /** The host has selected a configuration. */
    CONFIGURED;

    @Override
    public boolean is(Occasion occasion) {
        return occasion.equals(
                switch (this) {
                    case ATTACH -> new Occasion.Attachment();
                    case RESET -> new Occasion.Event(BusEvent.RESET);
                    case CONFIGURED -> new Occasion.Event(BusEvent.CONFIGURED);
                });
    }
}
