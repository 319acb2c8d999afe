package usbd4j.stack.gadgetfs;

import java.util.Optional;

/** The events of GadgetFS ({@code enum usb_gadgetfs_event_type} of linux/usb/gadgetfs.h). */
enum GadgetFsEvent {
    /** No event. */
    NOP(0),
    /** The first request has arrived since the device was attached or reset. */
    CONNECT(1),
    /** The host disconnected or reset the bus. */
    DISCONNECT(2),
    /** A control request arrived. */
    SETUP(3),
    /** The host suspended the bus. There is no event for resume. */
    SUSPEND(4);

    private final int code;

    GadgetFsEvent(int code) {
        this.code = code;
    }

    /** {@return the event with this code, or empty for one that a newer kernel has added} */
    static Optional<GadgetFsEvent> of(int code) {
        for (GadgetFsEvent event : values()) {
            if (event.code == code) {
                return Optional.of(event);
            }
        }
        return Optional.empty();
    }
}
