package usbd4j.gadget.configfs;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import usbd4j.gadget.Board;
import usbd4j.gadget.GadgetException;
import usbd4j.gadget.KernelModule;
import usbd4j.gadget.kernel.KernelSupport;
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
     * @throws GadgetException if the kernel does not support it, or this process may not load the module
     */
    public static Path prepare(Board board) {
        if (!Files.isDirectory(board.gadgets())) {
            KernelModule.load(KernelSupport.GADGETS);
        }
        if (!Files.isDirectory(board.gadgets())) {
            mount(board.configfs());
        }
        if (!Files.isDirectory(board.gadgets())) {
            throw new KernelSupport(board)
                    .whyWithout(KernelSupport.GADGETS, KernelSupport::noGadgets)
                    .exception();
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
