package usbd4j.stack.descriptor;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static usbd4j.stack.descriptor.Unsigned.u16;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A registry property descriptor: a REG_MULTI_SZ value that Windows stores in the registry for the device (Microsoft OS 2.0
 * Descriptors, table 14).
 *
 * @param propertyName PropertyName, not empty
 * @param propertyData PropertyData, a list of strings, none of them empty
 */
public record MsOs20RegistryPropertyDescriptor(String propertyName, List<String> propertyData)
        implements MsOs20Feature {
    private static final int MS_OS_20_FEATURE_REG_PROPERTY = 4;
    private static final int REG_MULTI_SZ = 7;
    private static final int LENGTH_WITHOUT_TEXTS = 10;

    /** Checks the strings and the range of wLength. */
    public MsOs20RegistryPropertyDescriptor {
        propertyData = List.copyOf(propertyData);
        check("PropertyName", propertyName);
        propertyData.forEach(text -> check("a string in PropertyData", text));
        u16("wLength", LENGTH_WITHOUT_TEXTS + name(propertyName).length + data(propertyData).length);
    }

    /** A NUL terminates a string, and an empty string terminates the list. */
    private static void check(String what, String text) {
        if (text.isEmpty() || text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("%s must not be empty or contain a NUL character".formatted(what));
        }
    }

    /**
     * {@return the DeviceInterfaceGUIDs property, by which Windows programs find the device}
     *
     * @param guids the device interface GUIDs
     */
    public static MsOs20RegistryPropertyDescriptor deviceInterfaceGuids(UUID... guids) {
        return new MsOs20RegistryPropertyDescriptor(
                "DeviceInterfaceGUIDs",
                Stream.of(guids)
                        .map(guid -> "{%s}".formatted(guid).toUpperCase(Locale.ROOT))
                        .toList());
    }

    private static byte[] name(String name) {
        return (name + '\0').getBytes(UTF_16LE);
    }

    private static byte[] data(List<String> texts) {
        StringBuilder list = new StringBuilder();
        texts.forEach(text -> list.append(text).append('\0'));
        return list.append('\0').toString().getBytes(UTF_16LE);
    }

    @Override
    public int wLength() {
        return LENGTH_WITHOUT_TEXTS + name(propertyName).length + data(propertyData).length;
    }

    @Override
    public int wDescriptorType() {
        return MS_OS_20_FEATURE_REG_PROPERTY;
    }

    @Override
    public void writeFields(ByteBuffer buffer) {
        byte[] name = name(propertyName);
        byte[] data = data(propertyData);
        buffer.putShort((short) REG_MULTI_SZ); // wPropertyDataType
        buffer.putShort((short) name.length); // wPropertyNameLength
        buffer.put(name);
        buffer.putShort((short) data.length); // wPropertyDataLength
        buffer.put(data);
    }
}
