package usbd4j.gadget.serve;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import usbd4j.gadget.Board;
import usbd4j.gadget.GadgetException;
import usbd4j.gadget.Mode;
import usbd4j.gadget.Persona;
import usbd4j.gadget.configfs.Creation;
import usbd4j.gadget.configfs.GadgetName;
import usbd4j.gadget.configfs.GadgetSite;
import usbd4j.gadget.device.DeviceDescription;
import usbd4j.gadget.device.OnDetach;
import usbd4j.stack.UsbClass;
import usbd4j.stack.linux.User;

/**
 * Creates what a device needs of root, for another user to serve it: a gadget for each of its modes.
 *
 * @param device the device
 * @param function the class that is served in run-time in place of DFU, if there is one
 */
public record DeviceCreation(DeviceDescription device, Optional<UsbClass> function) {
    private static final Logger LOG = System.getLogger(DeviceCreation.class.getName());

    /**
     * Creates the gadgets, or none. First removes those of the same name that are not served.
     *
     * @param board the paths of the board
     * @param name the device's name
     * @param owner the user that serves it
     * @return where the FunctionFS for run-time is mounted
     * @throws GadgetException if FunctionFS cannot show the device
     */
    public Path create(Board board, GadgetName name, User owner) {
        FunctionFsLimits.require(device);
        List<Creation> all = all();
        // Run-time first: if that is in use, so is what stands beside it.
        List<GadgetName> names =
                all.stream().map(Creation::mode).sorted().map(name::in).toList();
        boolean wasThere = false;
        for (GadgetName each : names) {
            wasThere |= GadgetSite.removeAbandoned(board, each);
        }
        if (wasThere) {
            LOG.log(Level.INFO, "removed gadget \"{0}\", which was there already", name);
        }
        try {
            return all.stream()
                    .map(each -> each.create(board, name, owner))
                    .reduce((dfuMode, runTime) -> runTime)
                    .orElseThrow();
        } catch (RuntimeException e) {
            removeAfter(e, board, name);
            throw e;
        }
    }

    /** {@return what is created, for run-time last} */
    List<Creation> all() {
        RunTimePersona personas = new RunTimePersona(device, function);
        Persona persona = personas.persona(Optional.empty());
        boolean isAssociated = personas.make(why -> {}).stream()
                .flatMap(each -> each.interfaces().stream())
                .anyMatch(each -> each.association().isPresent());
        Creation runTime = new Creation(Mode.RUN_TIME, persona, isAssociated);
        return device.runTime().onDetach().next() == OnDetach.Next.DFU_MODE
                ? List.of(new Creation(Mode.DFU_MODE, DfuModePersona.of(device, persona), false), runTime)
                : List.of(runTime);
    }

    private static void removeAfter(RuntimeException failure, Board board, GadgetName name) {
        try {
            GadgetSite.removeAbandoned(board, name);
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }
}
