package usbd4j.gadget.device;

import java.util.Optional;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.descriptor.UsbString;

/**
 * What is different of a device that comes back as another one; what is empty stays.
 *
 * @param idVendor 2 bytes
 * @param idProduct 2 bytes
 * @param bcdDevice 2 bytes, binary-coded decimal
 * @param serialNumber what iSerialNumber points to; empty inside for no string
 */
public record OtherIdentity(
        Optional<Integer> idVendor,
        Optional<Integer> idProduct,
        Optional<Integer> bcdDevice,
        Optional<Optional<UsbString>> serialNumber) {
    /** Nothing is different. */
    public static final OtherIdentity NONE =
            new OtherIdentity(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** {@return the identity of a device that had this one} */
    public Identity of(Identity own) {
        return new Identity(
                idVendor.orElse(own.idVendor()),
                idProduct.orElse(own.idProduct()),
                bcdDevice.orElse(own.bcdDevice()),
                own.manufacturer(),
                own.product(),
                serialNumber.orElse(own.serialNumber()));
    }
}
