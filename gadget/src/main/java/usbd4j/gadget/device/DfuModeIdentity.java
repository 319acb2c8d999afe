package usbd4j.gadget.device;

import java.util.Optional;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.descriptor.UsbString;

/**
 * VID, PID, release number and strings in DFU mode; what is empty is the same as in run-time.
 *
 * @param idVendor 2 bytes
 * @param idProduct 2 bytes
 * @param bcdDevice 2 bytes, binary-coded decimal
 * @param manufacturer what iManufacturer points to; empty inside for no string
 * @param product what iProduct points to; empty inside for no string
 * @param serialNumber what iSerialNumber points to; empty inside for no string
 */
public record DfuModeIdentity(
        Optional<Integer> idVendor,
        int idProduct,
        Optional<Integer> bcdDevice,
        Optional<Optional<UsbString>> manufacturer,
        Optional<Optional<UsbString>> product,
        Optional<Optional<UsbString>> serialNumber) {

    /** {@return the identity in DFU mode of a device with this one in run-time} */
    public Identity of(Identity runTime) {
        return new Identity(
                idVendor.orElse(runTime.idVendor()),
                idProduct,
                bcdDevice.orElse(runTime.bcdDevice()),
                manufacturer.orElse(runTime.manufacturer()),
                product.orElse(runTime.product()),
                serialNumber.orElse(runTime.serialNumber()));
    }
}
