package usbd4j.gadget.configfs;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.GadgetException;
import usbd4j.gadget.Persona;
import usbd4j.gadget.Site;
import usbd4j.gadget.controller.Controller;
import usbd4j.gadget.controller.Controllers;
import usbd4j.stack.UsbBus;
import usbd4j.stack.functionfs.FunctionFsBus;

/**
 * A FunctionFS that was mounted before, by {@code usbd4j create} or by someone else such as the scripts; this program may be allowed
 * to bind its gadget.
 */
public final class PreparedSite implements Site {
    private static final Logger LOG = System.getLogger(PreparedSite.class.getName());

    private final Path functionFs;
    private final Persona persona;
    private final Gadget gadget;
    private final Controller controller;
    private final Optional<Binding> ours;

    private PreparedSite(
            Path functionFs, Persona persona, Gadget gadget, Controller controller, Optional<Binding> ours) {
        this.functionFs = functionFs;
        this.persona = persona;
        this.gadget = gadget;
        this.controller = controller;
        this.ours = ours;
    }

    /**
     * Checks that a FunctionFS is mounted, that this user may serve it, and that it was not created for another device.
     *
     * @param functionFs where it is mounted
     * @param persona the device as the host is to see it
     * @throws GadgetException if it cannot be served
     */
    public static void require(Path functionFs, Persona persona) {
        Path ep0 = functionFs.resolve("ep0");
        if (Files.isDirectory(functionFs) && !Files.isExecutable(functionFs)) {
            throw noPermission("look into", functionFs);
        }
        if (!Files.exists(ep0)) {
            throw new GadgetException(
                    ExitStatus.NOT_CREATED,
                    "There is no FunctionFS mounted at %s: it has no ep0. \"usbd4j create\", as root and with the options of this run, mounts one"
                            .formatted(functionFs));
        }
        if (!Files.isReadable(ep0) || !Files.isWritable(ep0)) {
            throw noPermission("read and write", ep0);
        }
        CreatedFor created = CreatedFor.beside(functionFs);
        if (created.exists()) {
            created.require(persona);
        }
    }

    /**
     * {@return a prepared FunctionFS}
     *
     * @param functionFs where it is mounted
     * @param persona the device as the host is to see it
     * @param gadget the gadget it belongs to, if this program may be allowed to bind it
     * @param controller the controller that it is or will be bound to
     * @param controllers the controllers of the board
     */
    public static PreparedSite at(
            Path functionFs, Persona persona, Gadget gadget, Controller controller, Controllers controllers) {
        require(functionFs, persona);
        Optional<Binding> ours = Files.isWritable(gadget.udc())
                ? Optional.of(new Binding(gadget, controller, controllers))
                : Optional.empty();
        return new PreparedSite(functionFs, persona, gadget, controller, ours);
    }

    private static GadgetException noPermission(String what, Path where) {
        return new GadgetException(
                ExitStatus.NO_PERMISSION,
                "No permission to %s %s (EACCES); run as the user that it was mounted for, or mount it for this user, as \"usbd4j create --owner\" does"
                        .formatted(what, where));
    }

    /** {@return whether this program may bind and unbind the gadget} */
    public boolean mayBind() {
        return ours.isPresent();
    }

    @Override
    public UsbBus bus() {
        // Of a gadget that somebody else made nobody knows how many strings it has.
        OptionalInt stringsBefore = isCreated() ? GadgetTree.stringsBefore(persona) : OptionalInt.empty();
        return new FunctionFsBus(functionFs, controller.directory(), stringsBefore);
    }

    @Override
    public Optional<Path> controller() {
        return Optional.of(controller.directory());
    }

    private boolean isCreated() {
        return CreatedFor.beside(functionFs).exists();
    }

    @Override
    public void show() {
        if (isCreated()) {
            // The firmware may be another one than before.
            gadget.setRelease(persona.identity().bcdDevice());
        }
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
