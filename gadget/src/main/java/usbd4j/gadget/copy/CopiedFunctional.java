package usbd4j.gadget.copy;

import usbd4j.dfu.DfuAttributes;
import usbd4j.dfu.DfuFunctionalDescriptor;
import usbd4j.gadget.device.Release;

/**
 * The functional descriptor. Of a short one the fields that it has.
 *
 * @param raw the descriptor
 * @param usual the defaults
 * @param isAddressed whether a memory of the copy has sectors, which changes two of them
 */
record CopiedFunctional(RawDescriptor raw, DfuFunctionalDescriptor usual, boolean isAddressed) {
    /** bcdDFUVersion of DfuSe. */
    static final int DFUSE = 0x011A;

    /** bLength up to which the fields are there. */
    private static final int WITH_ATTRIBUTES = 3;

    private static final int WITH_DETACH_TIMEOUT = 5;
    private static final int WITH_TRANSFER_SIZE = 7;

    private static final int ATTRIBUTES_AT = 2;
    private static final int KNOWN_ATTRIBUTES = 0x0F;

    static boolean isDfuSe(RawDescriptor raw) {
        return raw.length() >= DfuFunctionalDescriptor.LENGTH
                && DfuFunctionalDescriptor.read(raw.bytes()).bcdDFUVersion() == DFUSE;
    }

    void write(TomlText toml) {
        DfuFunctionalDescriptor seen = DfuFunctionalDescriptor.read(raw.bytes());
        if (raw.length() >= WITH_ATTRIBUTES) {
            attributes(seen.attributes(), toml);
        }
        if (raw.length() >= WITH_DETACH_TIMEOUT) {
            toml.value("detach-timeout", seen.wDetachTimeOut(), usual.wDetachTimeOut());
        }
        if (raw.length() >= WITH_TRANSFER_SIZE) {
            toml.value("transfer-size", seen.wTransferSize(), usual.wTransferSize());
        }
        if (raw.length() >= DfuFunctionalDescriptor.LENGTH) {
            toml.text(
                    "version",
                    Release.text(seen.bcdDFUVersion()),
                    Release.text(isAddressed ? DFUSE : usual.bcdDFUVersion()));
        }
    }

    private void attributes(DfuAttributes seen, TomlText toml) {
        int all = Byte.toUnsignedInt(raw.bytes().get(ATTRIBUTES_AT));
        if ((all & ~KNOWN_ATTRIBUTES) != 0) {
            toml.comment("bmAttributes is 0x%02x; bits 4 to 7 have no key.".formatted(all));
        }
        DfuAttributes own = usual.attributes();
        toml.value("can-download", seen.bitCanDnload(), own.bitCanDnload());
        toml.value("can-upload", seen.bitCanUpload(), own.bitCanUpload());
        toml.value(
                "manifestation-tolerant",
                seen.bitManifestationTolerant(),
                !isAddressed && own.bitManifestationTolerant());
        toml.value("will-detach", seen.bitWillDetach(), own.bitWillDetach());
    }
}
