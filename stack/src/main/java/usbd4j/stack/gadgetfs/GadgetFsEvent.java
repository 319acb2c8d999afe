package usbd4j.stack.gadgetfs;

import java.util.Optional;

/** The events of GadgetFS ({@code enum usb_gadgetfs_event_type} of linux/usb/gadgetfs.h). */
enum GadgetFsEvent {
    /** Nothing. */
    NOP(0),
    /** The first request after the device was attached or the bus was reset. */
    CONNECT(1),
    /** The host left or reset the bus. */
    DISCONNECT(2),
    /** A control transfer begins. */
    SETUP(3),
    /** The bus is idle. There is no event for the opposite. */
    SUSPEND(4);

    private final int code;

    GadgetFsEvent(int code) {
        this.code = code;
    }

    /** {@return the event with this code, or empty if a newer kernel invented it} */
    static Optional<GadgetFsEvent> of(int code) {
        for (GadgetFsEvent event : values()) {
            if (event.code == code) {
                return Optional.of(event);
            }
        }
        return Optional.empty();
    }
}
