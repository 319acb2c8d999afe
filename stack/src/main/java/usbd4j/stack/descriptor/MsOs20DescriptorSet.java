package usbd4j.stack.descriptor;

import static usbd4j.stack.descriptor.Unsigned.u16;
import static usbd4j.stack.descriptor.Unsigned.u32;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A descriptor set: its header and the descriptors that follow (Microsoft OS 2.0 Descriptors, table 10).
 *
 * @param dwWindowsVersion 4 bytes, the minimum Windows version
 * @param features the feature descriptors of the whole device
 * @param configurations the configuration subsets; Windows uses them only if the device has several interfaces
 */
public record MsOs20DescriptorSet(
        long dwWindowsVersion, List<MsOs20Feature> features, List<MsOs20ConfigurationSubset> configurations)
        implements MsOs20Descriptor {
    /** dwWindowsVersion of Windows 8.1, the first version that supports descriptor sets. */
    public static final long WINDOWS_8_1 = 0x06030000;

    /** The default device interface GUID. */
    public static final UUID DEVICE_INTERFACE_GUID = UUID.fromString("6a49ee43-4fd2-4b7f-bc23-497c81eb5061");

    private static final int LENGTH = 10;
    private static final int MS_OS_20_SET_HEADER_DESCRIPTOR = 0;

    /** Checks the ranges of dwWindowsVersion and wTotalLength. */
    public MsOs20DescriptorSet {
        u32("dwWindowsVersion", dwWindowsVersion);
        features = List.copyOf(features);
        configurations = List.copyOf(configurations);
        u16(
                "wTotalLength",
                LENGTH + MsOs20Descriptor.totalLength(features) + MsOs20Descriptor.totalLength(configurations));
    }

    /**
     * {@return a descriptor set that makes Windows bind WinUSB to a device with one interface}
     *
     * @param deviceInterfaceGuid the GUID by which Windows programs find the device
     */
    public static MsOs20DescriptorSet winUsb(UUID deviceInterfaceGuid) {
        return new MsOs20DescriptorSet(WINDOWS_8_1, winUsbFeatures(deviceInterfaceGuid), List.of());
    }

    /**
     * {@return a descriptor set that makes Windows bind WinUSB to some interfaces of a composite device}
     *
     * @param deviceInterfaceGuid the GUID by which Windows programs find each of them
     * @param interfaces the interface numbers
     */
    public static MsOs20DescriptorSet winUsb(UUID deviceInterfaceGuid, List<Integer> interfaces) {
        List<MsOs20FunctionSubset> functions = interfaces.stream()
                .map(number -> new MsOs20FunctionSubset(number, winUsbFeatures(deviceInterfaceGuid)))
                .toList();
        return new MsOs20DescriptorSet(WINDOWS_8_1, List.of(), List.of(new MsOs20ConfigurationSubset(0, functions)));
    }

    private static List<MsOs20Feature> winUsbFeatures(UUID deviceInterfaceGuid) {
        return List.of(
                MsOs20CompatibleIdDescriptor.WINUSB,
                MsOs20RegistryPropertyDescriptor.deviceInterfaceGuids(deviceInterfaceGuid));
    }

    @Override
    public int wLength() {
        return LENGTH;
    }

    @Override
    public int wDescriptorType() {
        return MS_OS_20_SET_HEADER_DESCRIPTOR;
    }

    @Override
    public List<? extends MsOs20Descriptor> held() {
        return Stream.concat(features.stream(), configurations.stream()).toList();
    }

    @Override
    public void writeFields(ByteBuffer buffer) {
        buffer.putInt((int) dwWindowsVersion);
        buffer.putShort((short) totalLength()); // wTotalLength
    }
}
