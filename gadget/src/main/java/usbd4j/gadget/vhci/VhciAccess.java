package usbd4j.gadget.vhci;

import usbd4j.gadget.Board;
import usbd4j.gadget.kernel.KernelSupport;
import usbd4j.gadget.kernel.Modules;
import usbd4j.gadget.kernel.ProcessRights;
import usbd4j.stack.usbip.VhciHost;

/** Whether a device can be plugged into this machine itself. */
public enum VhciAccess {
    /** The module is there, or is loaded when it is needed, and this user may plug in. */
    OPEN,
    /** For root it would be {@link #OPEN}. */
    FOR_ROOT,
    /** The kernel does not have the module, or not even root may use it, as in a container. */
    NONE;

    /**
     * {@return what this process may do} Changes nothing.
     *
     * @param board the paths of the board
     */
    public static VhciAccess of(Board board) {
        VhciHost host = new VhciHost(board.vhci());
        ProcessRights rights = new ProcessRights(board);
        boolean isUsable = new Modules(board).state(KernelSupport.VHCI).isUsable();
        if (host.isLoaded() ? host.mayAttach() : isUsable && rights.mayLoadModules()) {
            return OPEN;
        }
        return rights.isRoot() || !(host.isLoaded() || isUsable) ? NONE : FOR_ROOT;
    }
}
