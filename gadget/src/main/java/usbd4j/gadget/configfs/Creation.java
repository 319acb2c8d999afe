package usbd4j.gadget.configfs;

import java.nio.file.Path;
import usbd4j.gadget.Board;
import usbd4j.gadget.Mode;
import usbd4j.gadget.Persona;
import usbd4j.stack.linux.LinuxFiles;
import usbd4j.stack.linux.User;

/**
 * A gadget that root creates for a user to serve, and no more than to serve: of the gadget the user may bind and unbind it, and write
 * its release number.
 *
 * @param mode the mode of the device whose gadget it is
 * @param persona the device as the host sees it
 * @param isAssociated whether the device class must announce interface associations, because a class of the device has one
 */
public record Creation(Mode mode, Persona persona, boolean isAssociated) {
    /**
     * Creates the gadget. Nothing of it must be there. If this fails, what is there is to be removed ({@link
     * GadgetSite#removeAbandoned}).
     *
     * @param board the paths of the board
     * @param device the device's name
     * @param owner the user that serves it
     * @return where its FunctionFS is mounted
     */
    public Path create(Board board, GadgetName device, User owner) {
        Path gadgets = ConfigFs.prepare(board);
        Gadget gadget = new Gadget(gadgets, device.in(mode));
        Mount mount = new Mount(Mount.FUNCTION_FS, board.mounts(), gadget);
        // First, because by it even an incomplete gadget is known as one that was created.
        mount.makeParentForAll();
        CreatedFor.beside(mount.directory()).write(persona);
        GadgetTree.make(board, gadgets.resolve(gadget.name().text()), gadget.function(), persona);
        if (isAssociated || !persona.kernelFunctions().isEmpty()) {
            gadget.tellOfAssociations();
        }
        mount.mountFor(owner);
        LinuxFiles.give(gadget.release(), owner);
        LinuxFiles.give(gadget.udc(), owner);
        return mount.directory();
    }
}
