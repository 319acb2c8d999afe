package usbd4j.gadget.doctor;

import java.nio.file.Files;
import usbd4j.gadget.Board;
import usbd4j.gadget.Lack;
import usbd4j.gadget.kernel.KernelSupport;
import usbd4j.gadget.kernel.Modules;

/** Gadgets in configfs. A run as root loads the module and mounts configfs by itself, if the kernel has them. */
record ConfigFsCheck(Board board) implements Check {
    private static final String NAME = "configfs";

    @Override
    public Row look() {
        String needed = board.gadgets().toString();
        if (Files.isDirectory(board.gadgets())) {
            return Row.ok(NAME, "mounted, with USB gadgets", needed);
        }
        Lack lack = new KernelSupport(board).noGadgets();
        String found = "module %s %s, no gadgets".formatted(KernelSupport.GADGETS, state());
        return new Modules(board).state(KernelSupport.GADGETS).isUsable()
                ? Row.note(NAME, found, needed, lack)
                : Row.missing(NAME, found, needed, lack);
    }

    @Override
    public boolean isForController() {
        return true;
    }

    private String state() {
        return new Modules(board).state(KernelSupport.GADGETS).toString();
    }
}
