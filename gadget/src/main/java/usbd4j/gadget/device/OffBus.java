package usbd4j.gadget.device;

/**
 * How long the device stays off the bus when it re-enumerates, for each reason.
 *
 * @param afterDetach after a DETACH with bitWillDetach, and after one in DFU mode
 * @param afterManifestation after manifestation, when the device leaves DFU mode by itself
 * @param afterReset after a bus reset in appDETACH or in DFU mode
 */
public record OffBus(Absence afterDetach, Absence afterManifestation, Absence afterReset) {}
