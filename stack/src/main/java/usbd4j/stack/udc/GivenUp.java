package usbd4j.stack.udc;

import usbd4j.stack.linux.Errno;

/** The errors with which the kernel says that a control request is over before the device has answered it. */
final class GivenUp {
    private GivenUp() {}

    /** {@return whether the request is over, rather than the file broken} */
    static boolean isMeantBy(Errno errno) {
        return switch (errno) {
            // A new request replaced this one; the device was reset or disconnected; the transfer was aborted.
            case EIDRM, ESHUTDOWN, ECONNRESET, EPROTO, EREMOTEIO, EOVERFLOW, ETIMEDOUT -> true;
            // Stalled, by the device or by the kernel; or the gadget was unbound meanwhile.
            case EL2HLT, EBADFD, ENODEV -> true;
            // The host does not take the answer, and the device is being stopped.
            case EINTR -> true;
            // GadgetFS returns these for the same reasons.
            case ESRCH, ECANCELED, EIO -> true;
            // GadgetFS again: an answer that the host gave up is still queued, because its next request came while the
            // kernel queued it.
            case EINVAL -> true;
            // And again: the host has taken the acknowledgement of the request that it gave up for that of this one.
            case EBUSY -> true;
            default -> false;
        };
    }
}
