package usbd4j.gadget.doctor;

import usbd4j.gadget.Board;
import usbd4j.gadget.Remedy;
import usbd4j.gadget.kernel.KernelRelease;
import usbd4j.stack.functionfs.FunctionFsLimits;

/** The kernel, and whether its FunctionFS takes DFU's functional descriptor. */
record KernelCheck(Board board) implements Check {
    @Override
    public Row look() {
        KernelRelease release = KernelRelease.of(board);
        String since = FunctionFsLimits.FUNCTIONAL_DESCRIPTOR_SINCE;
        String needed = "%s, for DFU's functional descriptor on FunctionFS".formatted(since);
        return release.isAtLeast(since)
                ? Row.ok("kernel", release.text(), needed)
                : Row.note(
                        "kernel",
                        release.text(),
                        needed,
                        Remedy.byHand(
                                "install a kernel from %s on, or serve run-time with --bus gadgetfs; otherwise dfu-util takes the device for one that needs a bus reset, and fwupd does not see it"
                                        .formatted(since)));
    }
}
