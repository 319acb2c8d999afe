package usbd4j.stack;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import usbd4j.stack.descriptor.DeviceCapability;
import usbd4j.stack.descriptor.UsbInterface;
import usbd4j.stack.descriptor.UsbString;

/**
 * A function of the device, such as DFU run-time. To write a USB function, implement this interface. Only {@link
 * #interfaces} has no default. Requests that no class answers are stalled. A class that has settings, or says who the device
 * is, is a {@link Product}.
 *
 * <p>Every method is called on the device thread and must not block, sleep, lock, start threads or read the clock; the time
 * is passed as a parameter.
 */
public interface UsbClass {
    /**
     * Called once, before the host can enumerate the device.
     *
     * @return the class's interfaces; it receives the requests addressed to them
     */
    List<UsbInterface> interfaces();

    /**
     * Called once, before the host can enumerate the device.
     *
     * @return device capabilities to add to the BOS descriptor. Not used with FunctionFS, where the kernel generates the
     *     BOS descriptor
     */
    default List<DeviceCapability> capabilities() {
        return List.of();
    }

    /**
     * Called once, before the host can enumerate the device.
     *
     * @return strings that the class refers to in its replies, but no descriptor refers to
     */
    default List<UsbString> strings() {
        return List.of();
    }

    /**
     * Called once, after the bus is open and before the host can enumerate the device.
     *
     * @param indexes the string indexes of {@link #strings}, in that order; 0 (no string) if the bus does not know the
     *     index ({@link UsbBus#stringIndex})
     */
    default void stringIndexes(List<Integer> indexes) {}

    /**
     * Called once, after the bus is open and before the host can enumerate the device.
     *
     * @param endpoints the endpoints of all alternate settings of the class's interfaces, in the order of declaration
     */
    default void endpoints(List<Endpoint> endpoints) {}

    /**
     * Called when the host has selected an alternate setting of one of the class's interfaces. After {@link
     * BusEvent#CONFIGURED} every interface has setting 0. The setting's endpoints are enabled; transfers pending on the
     * previous setting's endpoints complete with {@link Outcome#DROPPED}.
     *
     * @param which index in {@link #interfaces}, from 0
     * @param bAlternateSetting the selected alternate setting
     * @param now the current time
     */
    default void alternateSetting(int which, int bAlternateSetting, Instant now) {}

    /**
     * Called when a setup packet arrives that is addressed to one of the class's interfaces or endpoints, to the device or
     * to another recipient. The stack answers the standard requests that it supports before any class is called. The class
     * must decide on the setup packet alone: after the data stage the request can no longer be stalled.
     *
     * @param setup the setup packet
     * @param now the current time
     * @return the reply, or empty if this class does not support the request; it is then offered to the next class, and
     *     stalled if none supports it
     */
    default Optional<Reply> control(SetupPacket setup, Instant now) {
        return Optional.empty();
    }

    /**
     * Called when the bus state changes. Transfers that {@link BusEvent#RESET} or {@link BusEvent#DETACHED} has dropped
     * complete before this is called; those that {@link BusEvent#DECONFIGURED} drops complete before or after it, depending on
     * the bus. A class with a mode that a new host must not find forgets it at RESET, DETACHED and DECONFIGURED.
     *
     * @param event the new state
     * @param now the current time
     */
    default void event(BusEvent event, Instant now) {}

    /**
     * Called after every other call.
     *
     * @return when to call {@link #deadlineReached}, or empty for no deadline
     */
    default Optional<Instant> deadline() {
        return Optional.empty();
    }

    /**
     * Called when the time returned by {@link #deadline} has come. Events already pending on the bus are delivered first,
     * so that an event that arrived in time does not look late after the process was suspended.
     *
     * @param now the current time, at or after the deadline
     */
    default void deadlineReached(Instant now) {}
}
