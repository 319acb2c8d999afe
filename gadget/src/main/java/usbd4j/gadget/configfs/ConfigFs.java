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

/** Makes sure that configfs with USB gadgets is available. */
public final class ConfigFs {
    private static final Logger LOG = System.getLogger(ConfigFs.class.getName());

    private ConfigFs() {}

    /**
     * Loads the kernel module and mounts configfs if the system has not done so.
     *
     * @param board the paths of the board
     * @return the directory of gadgets
     * @throws GadgetException if the kernel does not support it
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
                    "There is no %s: the kernel has no configfs, or no support for USB gadgets in it (CONFIG_USB_CONFIGFS). As root, try: modprobe libcomposite && mount -t configfs none %s"
                            .formatted(board.gadgets(), board.configfs()));
        }
        return board.gadgets();
    }

    private static void mount(Path configfs) {
        try {
            LinuxFiles.mount("configfs", "none", configfs, "");
        } catch (LinuxException e) {
            // Reported by the check that follows. Possibly it is just mounted already.
            LOG.log(Level.DEBUG, e.getMessage());
        }
    }
}
