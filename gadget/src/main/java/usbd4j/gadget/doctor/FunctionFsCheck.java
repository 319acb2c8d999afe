package usbd4j.gadget.doctor;

import usbd4j.gadget.Board;
import usbd4j.gadget.kernel.KernelSupport;
import usbd4j.gadget.kernel.ModuleState;
import usbd4j.gadget.kernel.Modules;

/** FunctionFS, through which a device is served unless told otherwise. */
record FunctionFsCheck(Board board) implements Check {
    private static final String NAME = "FunctionFS";
    private static final String NEEDED = "module " + KernelSupport.FUNCTION_FS;

    @Override
    public Row look() {
        ModuleState state = new Modules(board).state(KernelSupport.FUNCTION_FS);
        return state.isUsable()
                ? Row.ok(NAME, state.toString(), NEEDED)
                : Row.missing(NAME, state.toString(), NEEDED, new KernelSupport(board).noFunctionFs());
    }

    @Override
    public boolean isForController() {
        return true;
    }
}
