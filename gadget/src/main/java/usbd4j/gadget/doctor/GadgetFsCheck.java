package usbd4j.gadget.doctor;

import usbd4j.gadget.Board;
import usbd4j.gadget.kernel.KernelSupport;
import usbd4j.gadget.kernel.ModuleState;
import usbd4j.gadget.kernel.Modules;

/** GadgetFS, for whole devices. */
record GadgetFsCheck(Board board) implements Check {
    private static final String NAME = "GadgetFS";
    private static final String NEEDED = "module %s, for --bus gadgetfs".formatted(KernelSupport.GADGET_FS);

    @Override
    public Row look() {
        ModuleState state = new Modules(board).state(KernelSupport.GADGET_FS);
        return state.isUsable()
                ? Row.ok(NAME, state.toString(), NEEDED)
                : Row.note(NAME, state.toString(), NEEDED, new KernelSupport(board).noGadgetFs());
    }
}
