package usbd4j.stack.functionfs;

import java.util.Optional;

/** The events of FunctionFS ({@code enum usb_functionfs_event_type} of linux/usb/functionfs.h). */
enum EventType {
    /** The gadget was bound to a controller. */
    BIND(0),
    /** The gadget was unbound from its controller, or the controller is gone. */
    UNBIND(1),
    /** The host configured the device, or chose an alternate setting. */
    ENABLE(2),
    /** The host reset the bus, took the configuration back or left. */
    DISABLE(3),
    /** A control transfer begins. */
    SETUP(4),
    /** The bus is idle. */
    SUSPEND(5),
    /** The bus is in use again. */
    RESUME(6);

    /** Each call of values() would make a copy, and this is asked for every setup packet. */
    private static final EventType[] ALL = values();

    private final int code;

    EventType(int code) {
        this.code = code;
    }

    /** {@return the event with this code, or empty if a newer kernel invented it} */
    static Optional<EventType> of(int code) {
        for (EventType type : ALL) {
            if (type.code == code) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
