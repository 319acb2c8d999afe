package usbd4j.gadget.kernel;

import java.nio.file.Files;
import java.util.function.Function;
import usbd4j.gadget.Board;
import usbd4j.gadget.Command;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.Lack;
import usbd4j.gadget.Permission;
import usbd4j.gadget.Remedy;

/** What a device needs of the kernel, and the sentence for each that is missing. */
public final class KernelSupport {
    /** The module of gadgets in configfs. */
    public static final String GADGETS = "libcomposite";

    /** The module of FunctionFS. */
    public static final String FUNCTION_FS = "usb_f_fs";

    /** The module of GadgetFS. */
    public static final String GADGET_FS = "gadgetfs";

    /** The module of the host controller for devices over USB/IP. */
    public static final String VHCI = "vhci_hcd";

    private static final Remedy ROOT_OR_ATTACH =
            Remedy.byHand("use sudo, or have root load it and let your user write its file \"attach\"");

    private final Board board;
    private final Modules modules;

    /**
     * Looks at the running kernel.
     *
     * @param board the paths of the board
     */
    public KernelSupport(Board board) {
        this.board = board;
        this.modules = new Modules(board);
    }

    /**
     * {@return why this process does without a module: it may not load it, or what is given}
     *
     * @param module the module, which has not been loaded
     * @param lack tells what to say to who may load modules
     */
    public Lack whyWithout(String module, Function<KernelSupport, Lack> lack) {
        boolean isForRoot = modules.state(module) == ModuleState.LOADABLE && !new ProcessRights(board).mayLoadModules();
        return isForRoot
                ? new Lack(
                        ExitStatus.NO_PERMISSION,
                        "Only root with CAP_SYS_MODULE may load the module %s".formatted(module),
                        module.equals(VHCI) ? ROOT_OR_ATTACH : Permission.REMEDY)
                : lack.apply(this);
    }

    /** {@return the sentence for configfs that is not mounted, or has no USB gadgets} */
    public Lack noGadgets() {
        boolean isMounted = new MountTable(board.root().resolve("proc/self/mounts")).isMounted(board.configfs());
        boolean isLoaded = Files.isDirectory(board.root().resolve("sys/module").resolve(GADGETS))
                || modules.state(GADGETS) == ModuleState.BUILT_IN;
        Remedy remedy = isLoaded && !isMounted
                ? Remedy.by(
                        "mount configfs",
                        Command.safe(
                                "mount",
                                "-t",
                                "configfs",
                                "none",
                                board.configfs().toString()))
                : modules.remedy(GADGETS);
        return new Lack(
                ExitStatus.NO_KERNEL_SUPPORT,
                "There is no %s: configfs is not mounted, or has no USB gadgets (module %s, CONFIG_USB_CONFIGFS)"
                        .formatted(board.gadgets(), GADGETS),
                remedy);
    }

    /** {@return the sentence for gadgets without FunctionFS} */
    public Lack noFunctionFs() {
        return new Lack(
                ExitStatus.NO_KERNEL_SUPPORT,
                "The kernel has no FunctionFS (module %s, CONFIG_USB_CONFIGFS_F_FS)".formatted(FUNCTION_FS),
                modules.remedy(FUNCTION_FS));
    }

    /** {@return the sentence for a kernel without a host controller for devices over USB/IP} */
    public Lack noVhci() {
        return new Lack(
                ExitStatus.NO_KERNEL_SUPPORT,
                "The kernel has no vhci-hcd (module %s, CONFIG_USBIP_VHCI_HCD)".formatted(VHCI),
                modules.remedy(VHCI));
    }

    /** {@return the sentence for a kernel without GadgetFS} */
    public Lack noGadgetFs() {
        Remedy remedy = modules.remedy(GADGET_FS);
        return new Lack(
                ExitStatus.NO_KERNEL_SUPPORT,
                "The kernel has no GadgetFS (module %s, CONFIG_USB_GADGETFS)".formatted(GADGET_FS),
                new Remedy("use --bus functionfs, or %s".formatted(remedy.advice()), remedy.command()));
    }
}
