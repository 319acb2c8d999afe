package usbd4j.dfu;

/**
 * What a DFU device can do: bmAttributes of the functional descriptor (DFU 1.1, table 4.2). Each bit is independent of the
 * others.
 *
 * @param bitCanDnload bit 0: it takes firmware
 * @param bitCanUpload bit 1: it gives firmware
 * @param bitManifestationTolerant bit 2: it can talk over the bus after manifestation
 * @param bitWillDetach bit 3: it leaves the bus by itself after DETACH, and the host must not reset it
 */
public record DfuAttributes(
        boolean bitCanDnload, boolean bitCanUpload, boolean bitManifestationTolerant, boolean bitWillDetach) {

    /** {@return the bits as one byte} */
    public int bmAttributes() {
        return (bitCanDnload ? 0x01 : 0)
                | (bitCanUpload ? 0x02 : 0)
                | (bitManifestationTolerant ? 0x04 : 0)
                | (bitWillDetach ? 0x08 : 0);
    }
}
