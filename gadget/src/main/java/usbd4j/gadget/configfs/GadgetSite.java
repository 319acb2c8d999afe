package usbd4j.gadget.configfs;

import static java.util.Objects.requireNonNull;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import usbd4j.gadget.Board;
import usbd4j.gadget.GadgetException;
import usbd4j.gadget.KernelModule;
import usbd4j.gadget.Persona;
import usbd4j.gadget.Site;
import usbd4j.gadget.controller.Controller;
import usbd4j.gadget.controller.Controllers;
import usbd4j.gadget.kernel.KernelSupport;
import usbd4j.stack.UsbBus;
import usbd4j.stack.UsbException;
import usbd4j.stack.descriptor.Speed;
import usbd4j.stack.functionfs.FunctionFsBus;
import usbd4j.stack.functionfs.FunctionFsLimits;

/** A gadget that this program creates, mounts, binds and removes. */
public final class GadgetSite implements Site {
    private static final Logger LOG = System.getLogger(GadgetSite.class.getName());

    private final Persona persona;
    private final Gadget gadget;
    private final Mount mount;
    private final Controller controller;
    private final Binding binding;
    private @Nullable FunctionFsBus bus;

    private GadgetSite(Persona persona, Gadget gadget, Mount mount, Controller controller, Binding binding) {
        this.persona = persona;
        this.gadget = gadget;
        this.mount = mount;
        this.controller = controller;
        this.binding = binding;
    }

    /**
     * {@return a new gadget with its FunctionFS mounted} First removes what a killed run left under the same name.
     *
     * @param board the paths of the board
     * @param name the gadget's name
     * @param persona the device as the host sees it
     * @param controller the controller that it will be bound to
     * @param fastest the highest speed at which a host shall see the device; empty for the controller's
     */
    public static GadgetSite make(
            Board board, GadgetName name, Persona persona, Controller controller, Optional<Speed> fastest) {
        Path gadgets = ConfigFs.prepare(board);
        if (removeAbandoned(board, name)) {
            LOG.log(Level.INFO, "removed gadget \"{0}\", left behind by a killed run", name);
        }
        Gadget gadget = new Gadget(gadgets, name);
        Binding binding = new Binding(gadget, controller, new Controllers(board));
        binding.requireFree();
        GadgetSite site = new GadgetSite(
                persona, gadget, new Mount(Mount.FUNCTION_FS, board.mounts(), gadget), controller, binding);
        try {
            GadgetTree.make(board, gadgets.resolve(name.text()), gadget.function(), persona);
            if (fastest.isPresent()) {
                gadget.setFastest(fastest.get());
            }
            site.mount.mount();
        } catch (RuntimeException e) {
            site.closeAfter(e);
            throw e;
        }
        return site;
    }

    /**
     * Removes the gadgets of a device that are no longer served: the one with its name, and one for DFU mode that was created beside it.
     *
     * @param board the paths of the board
     * @param name the device's name
     * @return whether there were any
     * @throws GadgetException if one is in use, or another program made it; then none is removed
     */
    public static boolean removeAbandoned(Board board, GadgetName name) {
        List<Gadget> gadgets = name.all().stream()
                .map(each -> new Gadget(board.gadgets(), each))
                // Not by equals: that of a record takes a tenth of a second on a small board, the first time.
                .filter(each -> each.name().text().equals(name.text())
                        || createdFor(board, each).exists())
                .toList();
        gadgets.stream().filter(Gadget::exists).forEach(Gadget::requireAbandoned);
        boolean found = false;
        for (Gadget each : gadgets) {
            found |= removeAbandoned(board, each);
        }
        return found;
    }

    private static boolean removeAbandoned(Board board, Gadget gadget) {
        boolean found = gadget.exists();
        // Both use the same mount point.
        Mount function = new Mount(Mount.FUNCTION_FS, board.mounts(), gadget);
        Mount device = new Mount(Mount.GADGET_FS, board.mounts(), gadget);
        boolean wasMounted = function.unmount();
        wasMounted |= device.unmount();
        gadget.remove();
        createdFor(board, gadget).remove();
        function.removeDirectory();
        return found || wasMounted;
    }

    private static CreatedFor createdFor(Board board, Gadget gadget) {
        return CreatedFor.beside(new Mount(Mount.FUNCTION_FS, board.mounts(), gadget).directory());
    }

    /**
     * Checks that an interface can have this number of alternate settings, at most one of them with endpoints.
     *
     * @param settings the number of alternate settings
     * @throws UsbException if it cannot; the message says why
     */
    public static void requireAlternateSettings(int settings) {
        KernelModule.load(KernelSupport.FUNCTION_FS);
        FunctionFsLimits.requireAlternateSettings(settings);
    }

    @Override
    public UsbBus bus() {
        bus = new FunctionFsBus(mount.directory(), controller.directory(), GadgetTree.stringsBefore(persona));
        return bus;
    }

    @Override
    public Optional<Path> controller() {
        return Optional.of(controller.directory());
    }

    @Override
    public void show() {
        if (!persona.kernelFunctions().isEmpty() || requireNonNull(bus).isAssociated()) {
            gadget.tellOfAssociations();
        }
        binding.show();
    }

    @Override
    public void hide() {
        binding.hide();
    }

    @Override
    public void close() {
        mount.unmount();
        mount.removeDirectory();
        gadget.remove();
    }

    private void closeAfter(RuntimeException failure) {
        try {
            close();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }
}
