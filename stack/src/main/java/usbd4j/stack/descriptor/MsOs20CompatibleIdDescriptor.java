package usbd4j.stack.descriptor;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * The compatible ID descriptor, which selects the driver that Windows binds (Microsoft OS 2.0 Descriptors, table 13).
 *
 * @param compatibleID 8 bytes: at most 8 capital letters, digits and underscores, padded with zeros
 * @param subCompatibleID 8 bytes in the same format, empty for none
 */
public record MsOs20CompatibleIdDescriptor(String compatibleID, String subCompatibleID) implements MsOs20Feature {
    private static final int MS_OS_20_FEATURE_COMPATIBLE_ID = 3;
    private static final int ID_LENGTH = 8;
    private static final Pattern ID = Pattern.compile("[A-Z0-9_]{0,8}");

    /** Binds WinUSB, the generic driver for access from user space. */
    public static final MsOs20CompatibleIdDescriptor WINUSB = new MsOs20CompatibleIdDescriptor("WINUSB", "");

    /** Checks the format of both IDs. */
    public MsOs20CompatibleIdDescriptor {
        check("CompatibleID", compatibleID);
        check("SubCompatibleID", subCompatibleID);
    }

    private static void check(String field, String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "%s is \"%s\"; it must be at most %d capital letters, digits and underscores"
                            .formatted(field, id, ID_LENGTH));
        }
    }

    @Override
    public int wLength() {
        return 4 + 2 * ID_LENGTH;
    }

    @Override
    public int wDescriptorType() {
        return MS_OS_20_FEATURE_COMPATIBLE_ID;
    }

    @Override
    public void writeFields(ByteBuffer buffer) {
        buffer.put(padded(compatibleID));
        buffer.put(padded(subCompatibleID));
    }

    private static byte[] padded(String id) {
        return Arrays.copyOf(id.getBytes(US_ASCII), ID_LENGTH);
    }
}
