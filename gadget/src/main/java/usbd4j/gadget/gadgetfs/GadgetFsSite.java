package usbd4j.gadget.gadgetfs;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import usbd4j.gadget.Board;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.GadgetException;
import usbd4j.gadget.KernelModule;
import usbd4j.gadget.Persona;
import usbd4j.gadget.Site;
import usbd4j.gadget.configfs.Gadget;
import usbd4j.gadget.configfs.GadgetName;
import usbd4j.gadget.configfs.GadgetSite;
import usbd4j.gadget.configfs.Mount;
import usbd4j.gadget.controller.Controller;
import usbd4j.gadget.controller.Controllers;
import usbd4j.gadget.kernel.KernelSupport;
import usbd4j.stack.UsbBus;
import usbd4j.stack.gadgetfs.GadgetFsBus;
import usbd4j.stack.linux.LinuxException;

/** A GadgetFS that this program mounts, serves and unmounts. The kernel attaches the device when its bus is opened. */
public final class GadgetFsSite implements Site {
    private static final Logger LOG = System.getLogger(GadgetFsSite.class.getName());
    private static final Path FILE_SYSTEMS = Path.of("/proc/filesystems");

    private final Persona persona;
    private final Controller controller;
    private final Controllers controllers;
    private final Mount mount;
    private @Nullable GadgetFsBus bus;
    private boolean isHidden;

    private GadgetFsSite(Persona persona, Controller controller, Controllers controllers, Mount mount) {
        this.persona = persona;
        this.controller = controller;
        this.controllers = controllers;
        this.mount = mount;
    }

    /**
     * {@return a mounted GadgetFS} First removes what a killed run left under the same name.
     *
     * @param board the paths of the board
     * @param name the gadget's name
     * @param persona the device as the host sees it
     * @param controller the controller to which the device will be attached
     * @throws GadgetException if the kernel has no GadgetFS, or the controller is not free
     */
    public static GadgetFsSite make(Board board, GadgetName name, Persona persona, Controller controller) {
        if (GadgetSite.removeAbandoned(board, name)) {
            LOG.log(Level.INFO, "removed gadget \"{0}\", left behind by a killed run", name);
        }
        Controllers controllers = new Controllers(board);
        controllers.held(controller).ifPresent(held -> {
            throw new GadgetException(
                    held.status(), "Cannot serve %s through GadgetFS: %s".formatted(controller.name(), held));
        });
        requireGadgetFs(board);
        Mount mount = new Mount(Mount.GADGET_FS, board.mounts(), new Gadget(board.gadgets(), name));
        GadgetFsSite site = new GadgetFsSite(persona, controller, controllers, mount);
        try {
            mount.mount();
        } catch (LinuxException e) {
            site.close();
            throw e;
        }
        return site;
    }

    private static void requireGadgetFs(Board board) {
        KernelModule.load(KernelSupport.GADGET_FS);
        try {
            if (Files.readAllLines(FILE_SYSTEMS).stream().noneMatch(line -> line.endsWith(Mount.GADGET_FS))) {
                throw new KernelSupport(board)
                        .whyWithout(KernelSupport.GADGET_FS, KernelSupport::noGadgetFs)
                        .exception();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE_SYSTEMS, e);
        }
    }

    @Override
    public UsbBus bus() {
        bus = new GadgetFsBus(mount.directory(), controller.directory());
        return bus;
    }

    @Override
    public Optional<Path> controller() {
        return Optional.of(controller.directory());
    }

    @Override
    public void show() {
        if (isHidden) {
            isHidden = false;
            requireNonNull(bus).attach();
        }
        Controller now = controllers.choose(Optional.of(controller.name()));
        if (controllers.holder(now).isEmpty()) {
            throw new GadgetException(
                    ExitStatus.NO_CONTROLLER,
                    "GadgetFS uses the first free controller, which is not %s; leave out --udc, or use --bus functionfs"
                            .formatted(controller.name()));
        }
        Site.logShown(persona.vendorAndProduct(), controller.name());
    }

    @Override
    public void hide() {
        isHidden = true;
        requireNonNull(bus).detach();
    }

    @Override
    public void close() {
        mount.unmount();
        mount.removeDirectory();
    }
}
