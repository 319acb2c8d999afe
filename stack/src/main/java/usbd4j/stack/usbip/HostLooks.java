package usbd4j.stack.usbip;

import usbd4j.stack.Direction;
import usbd4j.stack.Recipient;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.StandardRequest;
import usbd4j.stack.descriptor.DescriptorType;

/**
 * Tells a bus reset, of which USB/IP has no message. After it a host reads the first bytes of the device descriptor, more than it
 * has room for or just as many as tell the size of a packet: Linux asks for 64, or else for 8. Programs ask for the descriptor's
 * 18 bytes, or read what the kernel has kept.
 */
final class HostLooks {
    private static final int FIRST_LOOK = 64;
    private static final int SHORT_LOOK = 8;

    private boolean isInUse;

    /** Called when the device has been attached. */
    void attached() {
        isInUse = false;
    }

    /**
     * Called with each request.
     *
     * @return whether the host has reset the bus before it, after it had configured the device; while it has not, resets are
     *     part of its attempts to, and nothing is lost by them
     */
    boolean afterReset(SetupPacket setup) {
        boolean isReset = isInUse && isLook(setup);
        if (isReset) {
            isInUse = false;
        }
        isInUse |= StandardRequest.of(setup)
                .filter(StandardRequest.SET_CONFIGURATION::equals)
                .isPresent();
        return isReset;
    }

    private static boolean isLook(SetupPacket setup) {
        return StandardRequest.of(setup)
                        .filter(StandardRequest.GET_DESCRIPTOR::equals)
                        .isPresent()
                && setup.direction() == Direction.IN
                && setup.recipient() == Recipient.DEVICE
                && setup.wValue() >> 8 == DescriptorType.DEVICE.code()
                && (setup.wLength() == FIRST_LOOK || setup.wLength() == SHORT_LOOK);
    }
}
