package usbd4j.dfu;

/**
 * bmAttributes of the functional descriptor (DFU 1.1, table 4.2).
 *
 * @param bitCanDnload bit 0: the device can download
 * @param bitCanUpload bit 1: the device can upload
 * @param bitManifestationTolerant bit 2: the device can communicate after manifestation
 * @param bitWillDetach bit 3: the device detaches and attaches by itself after DETACH, and the host must not reset the bus
 */
public record DfuAttributes(
        boolean bitCanDnload, boolean bitCanUpload, boolean bitManifestationTolerant, boolean bitWillDetach) {

    /**
     * {@return the attributes of a byte, whose other bits are reserved}
     *
     * @param bmAttributes 1 byte
     */
    public static DfuAttributes of(int bmAttributes) {
        return new DfuAttributes(
                (bmAttributes & 0x01) != 0,
                (bmAttributes & 0x02) != 0,
                (bmAttributes & 0x04) != 0,
                (bmAttributes & 0x08) != 0);
    }

    /** {@return the bits as one byte} */
    public int bmAttributes() {
        return (bitCanDnload ? 0x01 : 0)
                | (bitCanUpload ? 0x02 : 0)
                | (bitManifestationTolerant ? 0x04 : 0)
                | (bitWillDetach ? 0x08 : 0);
    }
}
