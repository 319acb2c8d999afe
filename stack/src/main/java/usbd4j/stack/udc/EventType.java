package usbd4j.stack.udc;

import java.util.Optional;

/**
 * The events of FunctionFS ({@code enum usb_functionfs_event_type} of linux/usb/functionfs.h). The events of GadgetFS are
 * mapped to these.
 */
public enum EventType {
    /** The gadget was bound to a controller. */
    BIND(0),
    /** The gadget was unbound from its controller, or the controller is gone. */
    UNBIND(1),
    /** The host configured the device or selected an alternate setting. */
    ENABLE(2),
    /** The host reset the bus, deconfigured the device or disconnected. */
    DISABLE(3),
    /** A control request arrived; its setup packet comes with the event. */
    SETUP(4),
    /** The host suspended the bus. */
    SUSPEND(5),
    /** The host resumed the bus. */
    RESUME(6);

    /** values() allocates a copy on each call, and every setup packet needs a lookup. */
    private static final EventType[] ALL = values();

    private final int code;

    EventType(int code) {
        this.code = code;
    }

    /**
     * {@return the event with this code, or empty for one that a newer kernel has added}
     *
     * @param code the event's number
     */
    public static Optional<EventType> of(int code) {
        for (EventType type : ALL) {
            if (type.code == code) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
