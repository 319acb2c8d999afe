package usbd4j.gadget.doctor;

import usbd4j.gadget.Board;
import usbd4j.gadget.kernel.KernelSupport;
import usbd4j.gadget.kernel.ModuleState;
import usbd4j.gadget.kernel.Modules;

/** {@code vhci-hcd}, the host's end of USB/IP: devices on this machine without any controller. */
record VhciCheck(Board board) implements Check {
    private static final String NAME = "vhci-hcd";
    private static final String NEEDED = "module %s, for devices over USB/IP".formatted(KernelSupport.VHCI);

    @Override
    public Row look() {
        Modules modules = new Modules(board);
        ModuleState state = modules.state(KernelSupport.VHCI);
        return state.isUsable()
                ? Row.ok(NAME, state.toString(), NEEDED)
                : Row.note(NAME, state.toString(), NEEDED, modules.remedy(KernelSupport.VHCI));
    }
}
