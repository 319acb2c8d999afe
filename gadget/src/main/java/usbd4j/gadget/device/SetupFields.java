package usbd4j.gadget.device;

import java.util.Optional;
import usbd4j.stack.SetupPacket;

/**
 * What a setup packet must have; what is empty may be anything.
 *
 * @param wValue its wValue
 * @param wIndex its wIndex, both bytes
 * @param wLength its wLength
 */
public record SetupFields(Optional<Integer> wValue, Optional<Integer> wIndex, Optional<Integer> wLength) {
    /** Any setup packet. */
    public static final SetupFields ANY = new SetupFields(Optional.empty(), Optional.empty(), Optional.empty());

    /** {@return whether a setup packet has all of this} */
    public boolean match(SetupPacket setup) {
        return is(wValue, setup.wValue()) && is(wIndex, setup.wIndex()) && is(wLength, setup.wLength());
    }

    private static boolean is(Optional<Integer> wanted, int field) {
        return wanted.isEmpty() || wanted.get() == field;
    }
}
