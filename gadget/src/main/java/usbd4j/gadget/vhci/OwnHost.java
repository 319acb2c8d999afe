package usbd4j.gadget.vhci;

import usbd4j.gadget.Board;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.GadgetException;
import usbd4j.gadget.KernelModule;
import usbd4j.gadget.kernel.KernelSupport;
import usbd4j.stack.UsbException;
import usbd4j.stack.linux.Errno;
import usbd4j.stack.linux.LinuxException;
import usbd4j.stack.usbip.VhciHost;

/** This machine's {@code vhci-hcd}, and the sentences for what is in its way. */
public final class OwnHost {
    private OwnHost() {}

    /**
     * {@return the host controller, loaded if need be}
     *
     * @param board the paths of the board
     * @throws GadgetException if the kernel has none, or this process may not load it
     */
    public static VhciHost of(Board board) {
        KernelModule.load(KernelSupport.VHCI);
        VhciHost host = new VhciHost(board.vhci());
        if (!host.isLoaded()) {
            throw new KernelSupport(board)
                    .whyWithout(KernelSupport.VHCI, KernelSupport::noVhci)
                    .exception();
        }
        return host;
    }

    /**
     * {@return why a device cannot be plugged in}
     *
     * @param host the host controller
     * @param failure what the kernel said
     */
    public static UsbException explained(VhciHost host, LinuxException failure) {
        if (failure.is(Errno.EACCES) || failure.is(Errno.EPERM)) {
            return refused(
                    "Only root may plug a device into %s; use sudo, or let your user write its file \"attach\"",
                    host, failure);
        }
        return failure.is(Errno.EROFS)
                ? refused(
                        "%s is read-only, as /sys is in a container; mount that folder into the container",
                        host, failure)
                : failure;
    }

    private static GadgetException refused(String sentence, VhciHost host, LinuxException cause) {
        return new GadgetException(ExitStatus.NO_PERMISSION, sentence.formatted(host.directory()), cause);
    }
}
