package usbd4j.gadget;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;

/** Loads modules of the kernel. */
public final class KernelModule {
    private static final Logger LOG = System.getLogger(KernelModule.class.getName());

    private static final Path LOADED = Path.of("/sys/module");

    private KernelModule() {}

    /**
     * Loads a module if it can. A failure is logged only: who needs the module reports what is missing.
     *
     * @param module its name
     */
    public static void load(String module) {
        if (Files.exists(LOADED.resolve(module))) {
            // Starting a process is a tenth of the program's start on a small board.
            return;
        }
        try {
            int status = new ProcessBuilder("modprobe", "--quiet", module)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            LOG.log(Level.DEBUG, "modprobe {0} ended with {1}", module, status);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "cannot load module {0}: {1}", module, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
