package usbd4j.stack.descriptor;

import static usbd4j.stack.descriptor.Unsigned.u16;

import java.util.Optional;

/**
 * A device's vendor and product ID, release number and strings, from its device descriptor.
 *
 * @param idVendor 2 bytes
 * @param idProduct 2 bytes
 * @param bcdDevice 2 bytes, the device's release number in binary-coded decimal: 0x0123 is 1.23
 * @param manufacturer the string for iManufacturer
 * @param product the string for iProduct
 * @param serialNumber the string for iSerialNumber
 */
public record Identity(
        int idVendor,
        int idProduct,
        int bcdDevice,
        Optional<UsbString> manufacturer,
        Optional<UsbString> product,
        Optional<UsbString> serialNumber) {

    /** Checks every number's range. */
    public Identity {
        u16("idVendor", idVendor);
        u16("idProduct", idProduct);
        u16("bcdDevice", bcdDevice);
    }

    /**
     * {@return an identity without strings, with bcdDevice 0x0100}
     *
     * @param idVendor 2 bytes
     * @param idProduct 2 bytes
     */
    public static Identity of(int idVendor, int idProduct) {
        return new Identity(idVendor, idProduct, 0x0100, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * {@return a copy of this identity with another idProduct}
     *
     * @param other the idProduct, 2 bytes
     */
    public Identity withProduct(int other) {
        return new Identity(idVendor, other, bcdDevice, manufacturer, product, serialNumber);
    }

    /**
     * {@return a copy of this identity with another bcdDevice}
     *
     * @param other the bcdDevice, 2 bytes
     */
    public Identity withRelease(int other) {
        return new Identity(idVendor, idProduct, other, manufacturer, product, serialNumber);
    }
}
