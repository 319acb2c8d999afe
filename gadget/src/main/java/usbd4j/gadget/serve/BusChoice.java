package usbd4j.gadget.serve;

import java.lang.System.Logger.Level;
import usbd4j.gadget.Board;
import usbd4j.gadget.controller.Controllers;
import usbd4j.gadget.device.DeviceDescription;
import usbd4j.gadget.vhci.VhciAccess;

/** The bus of a run that leaves the choice to the program ({@code --bus auto}). */
public final class BusChoice {
    private BusChoice() {}

    /**
     * {@return FunctionFS, or {@code vhci-hcd} on a machine that has that and no device controller} Whoever asks for something of a
     * controller gets FunctionFS, which then says what is missing.
     *
     * @param place what was asked for
     * @param device the device
     */
    public static ServedBus of(Place place, DeviceDescription device) {
        boolean asksForController = place.udc().isPresent()
                || place.isWaiting()
                || place.functionFs().isPresent()
                || device.hasKernelFunctions();
        BusKind kind = asksForController ? BusKind.FUNCTIONFS : of(place.board());
        if (kind == BusKind.VHCI) {
            System.getLogger(BusChoice.class.getName())
                    .log(
                            Level.INFO,
                            "no device controller here: the device is plugged into this machine itself, through vhci-hcd");
        }
        return new ServedBus(kind);
    }

    /**
     * {@return the bus of a run that asks for nothing}
     *
     * @param board the paths of the board
     */
    public static BusKind of(Board board) {
        boolean hasController = !new Controllers(board).all().isEmpty();
        return !hasController && VhciAccess.of(board) == VhciAccess.OPEN ? BusKind.VHCI : BusKind.FUNCTIONFS;
    }
}
