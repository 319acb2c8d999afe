package usbd4j.gadget.configfs;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.GadgetException;
import usbd4j.gadget.Site;
import usbd4j.gadget.controller.Controller;
import usbd4j.gadget.controller.Controllers;
import usbd4j.stack.UsbBus;
import usbd4j.stack.functionfs.FunctionFsBus;

/** A FunctionFS that was mounted by someone else, such as the scripts; this program may be allowed to bind its gadget. */
public final class PreparedSite implements Site {
    private static final Logger LOG = System.getLogger(PreparedSite.class.getName());

    private final Path functionFs;
    private final Controller controller;
    private final Optional<Binding> ours;

    private PreparedSite(Path functionFs, Controller controller, Optional<Binding> ours) {
        this.functionFs = functionFs;
        this.controller = controller;
        this.ours = ours;
    }

    /**
     * {@return a prepared FunctionFS}
     *
     * @param functionFs where it is mounted
     * @param gadget the gadget it belongs to, if this program may be allowed to bind it
     * @param controller the controller that it is or will be bound to
     * @param controllers the controllers of the board
     */
    public static PreparedSite at(Path functionFs, Gadget gadget, Controller controller, Controllers controllers) {
        Path ep0 = functionFs.resolve("ep0");
        if (Files.isDirectory(functionFs) && !Files.isExecutable(functionFs)) {
            throw noPermission("look into", functionFs);
        }
        if (!Files.exists(ep0)) {
            throw new GadgetException(
                    ExitStatus.NO_KERNEL_SUPPORT,
                    "There is no FunctionFS mounted at %s: it has no ep0. configfs-scripts/create prepares one"
                            .formatted(functionFs));
        }
        if (!Files.isReadable(ep0) || !Files.isWritable(ep0)) {
            throw noPermission("read and write", ep0);
        }
        Optional<Binding> ours = Files.isWritable(gadget.udc())
                ? Optional.of(new Binding(gadget, controller, controllers))
                : Optional.empty();
        return new PreparedSite(functionFs, controller, ours);
    }

    private static GadgetException noPermission(String what, Path where) {
        return new GadgetException(
                ExitStatus.NO_PERMISSION,
                "No permission to %s %s (EACCES); mount FunctionFS with uid= and gid= of this user, as configfs-scripts/create --owner does"
                        .formatted(what, where));
    }

    /** {@return whether this program may bind and unbind the gadget} */
    public boolean mayBind() {
        return ours.isPresent();
    }

    @Override
    public UsbBus bus() {
        return new FunctionFsBus(functionFs, controller.directory());
    }

    @Override
    public Optional<Path> controller() {
        return Optional.of(controller.directory());
    }

    @Override
    public void show() {
        ours.ifPresentOrElse(
                Binding::show, () -> LOG.log(Level.INFO, "descriptors written; waiting for the gadget to be bound"));
    }

    @Override
    public void hide() {
        ours.ifPresent(Binding::hide);
    }

    @Override
    public void close() {
        // Nothing to remove. Closing ep0 has unbound the gadget.
    }
}
