package usbd4j.gadget.configfs;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import usbd4j.gadget.Board;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.GadgetException;
import usbd4j.gadget.KernelModule;
import usbd4j.stack.linux.LinuxException;
import usbd4j.stack.linux.LinuxFiles;

/** Makes sure that the kernel can be asked for gadgets. */
public final class ConfigFs {
    private static final Logger LOG = System.getLogger(ConfigFs.class.getName());

    private ConfigFs() {}

    /**
     * Loads the kernel's module and mounts configfs, where the system has not done so.
     *
     * @param board where things are
     * @return the directory of gadgets
     * @throws GadgetException if the kernel cannot do it
     */
    public static Path prepare(Board board) {
        if (!Files.isDirectory(board.gadgets())) {
            KernelModule.load("libcomposite");
        }
        if (!Files.isDirectory(board.gadgets())) {
            mount(board.configfs());
        }
        if (!Files.isDirectory(board.gadgets())) {
            throw new GadgetException(
                    ExitStatus.NO_KERNEL_SUPPORT,
                    "There is no %s: the kernel has no configfs, or no USB gadgets in it. It needs CONFIG_USB_CONFIGFS; as root, try: modprobe libcomposite && mount -t configfs none %s"
                            .formatted(board.gadgets(), board.configfs()));
        }
        return board.gadgets();
    }

    private static void mount(Path configfs) {
        try {
            LinuxFiles.mount("configfs", "none", configfs, "");
        } catch (LinuxException e) {
            // As above. It may just as well be mounted already.
            LOG.log(Level.DEBUG, e.getMessage());
        }
    }
}
