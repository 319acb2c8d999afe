package usbd4j.stack.descriptor;

import static usbd4j.stack.descriptor.Unsigned.u16;

import java.util.Optional;

/**
 * Who a device says it is.
 *
 * @param idVendor 2 bytes
 * @param idProduct 2 bytes
 * @param bcdDevice 2 bytes, the device's release number in binary-coded decimal: 0x0123 is 1.23
 * @param manufacturer what iManufacturer shall point to
 * @param product what iProduct shall point to
 * @param serialNumber what iSerialNumber shall point to
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
     * {@return a device without strings and with release number 1.00}
     *
     * @param idVendor 2 bytes
     * @param idProduct 2 bytes
     */
    public static Identity of(int idVendor, int idProduct) {
        return new Identity(idVendor, idProduct, 0x0100, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * {@return the same device as another product}
     *
     * @param other its idProduct
     */
    public Identity withProduct(int other) {
        return new Identity(idVendor, other, bcdDevice, manufacturer, product, serialNumber);
    }

    /**
     * {@return the same device in another release}
     *
     * @param other its bcdDevice
     */
    public Identity withRelease(int other) {
        return new Identity(idVendor, idProduct, other, manufacturer, product, serialNumber);
    }
}
