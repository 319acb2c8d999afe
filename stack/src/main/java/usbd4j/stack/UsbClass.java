package usbd4j.stack;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import usbd4j.stack.descriptor.DeviceCapability;
import usbd4j.stack.descriptor.UsbInterface;
import usbd4j.stack.descriptor.UsbString;

/**
 * The port above: a function of the device, such as DFU run-time. Whoever writes a USB function implements this one
 * interface, and only {@link #interfaces} has no default: what a class does not answer is refused.
 *
 * <p>Every method is called on the one device thread, and must not block, sleep, lock, start threads or read the clock:
 * the time comes in with the call.
 */
public interface UsbClass {
    /**
     * Called once, before the device is shown.
     *
     * @return the interfaces the class wants; it owns them, and is asked about requests to them
     */
    List<UsbInterface> interfaces();

    /**
     * Called once, before the device is shown.
     *
     * @return what the device can do as a whole because of this class; hosts look it up in the BOS descriptor. FunctionFS shows
     *     a BOS of the kernel's own making
     */
    default List<DeviceCapability> capabilities() {
        return List.of();
    }

    /**
     * Called once, before the device is shown.
     *
     * @return strings that no descriptor points to, and the class's answers do
     */
    default List<UsbString> strings() {
        return List.of();
    }

    /**
     * Called once, when the bus is open, and before a host can see the device.
     *
     * @param indexes by which a host finds {@link #strings}, in that order; 0, which stands for no string, where the bus does not
     *     know ({@link UsbBus#stringIndex})
     */
    default void stringIndexes(List<Integer> indexes) {}

    /**
     * Called once, when the bus is open, and before a host can see the device.
     *
     * @param endpoints the endpoints of the class's interfaces, those of all alternate settings, in the order in which it
     *     declared them
     */
    default void endpoints(List<Endpoint> endpoints) {}

    /**
     * Called when the host has chosen an alternate setting of one of the class's interfaces; after {@link
     * BusEvent#CONFIGURED} each has setting 0. Its endpoints are at work already, and what was submitted to others came
     * back, or comes back now, {@link Outcome#DROPPED}.
     *
     * @param which which of {@link #interfaces}, from 0
     * @param bAlternateSetting the setting
     * @param now the time
     */
    default void alternateSetting(int which, int bAlternateSetting, Instant now) {}

    /**
     * Called when a control transfer begins: for one of the class's own interfaces or endpoints, or for the device or
     * anything else that has no owner. What the device knows of standard requests it has answered before. The class decides now, on the setup packet, since after the data stage it is too late to refuse.
     *
     * @param setup the setup packet
     * @param now the time
     * @return what to do; empty if the request is none of this class's, and then it is offered to the next class, and at last
     *     stalled
     */
    default Optional<Reply> control(SetupPacket setup, Instant now) {
        return Optional.empty();
    }

    /**
     * Called when something else happened on the bus.
     *
     * @param event what
     * @param now the time
     */
    default void event(BusEvent event, Instant now) {}

    /**
     * Called after every other call.
     *
     * @return when the class wants {@link #deadlineReached} to be called, or empty if not at all
     */
    default Optional<Instant> deadline() {
        return Optional.empty();
    }

    /**
     * Called when the time that {@link #deadline} gave has come. Whatever was already waiting on the bus by then is told
     * first, so that a process that was stopped for a while does not mistake a timely event for a late one.
     *
     * @param now the time, at or after the deadline
     */
    default void deadlineReached(Instant now) {}
}
