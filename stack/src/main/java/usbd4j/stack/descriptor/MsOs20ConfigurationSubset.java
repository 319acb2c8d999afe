package usbd4j.stack.descriptor;

import static usbd4j.stack.descriptor.Unsigned.u16;
import static usbd4j.stack.descriptor.Unsigned.u8;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * What a device tells Windows of one configuration: the configuration subset header and what follows it (Microsoft OS 2.0
 * Descriptors, table 11).
 *
 * @param bConfigurationValue 1 byte, which configuration; in spite of its name it counts from 0, as Windows asks for
 *     configuration descriptors by their index
 * @param functions what is told of each function
 */
public record MsOs20ConfigurationSubset(int bConfigurationValue, List<MsOs20FunctionSubset> functions)
        implements MsOs20Descriptor {
    private static final int LENGTH = 8;
    private static final int MS_OS_20_SUBSET_HEADER_CONFIGURATION = 1;

    /** Checks the ranges, and keeps a copy. */
    public MsOs20ConfigurationSubset {
        u8("bConfigurationValue", bConfigurationValue);
        functions = List.copyOf(functions);
        u16("wTotalLength", LENGTH + MsOs20Descriptor.totalLength(functions));
    }

    @Override
    public int wLength() {
        return LENGTH;
    }

    @Override
    public int wDescriptorType() {
        return MS_OS_20_SUBSET_HEADER_CONFIGURATION;
    }

    @Override
    public List<? extends MsOs20Descriptor> held() {
        return functions;
    }

    @Override
    public void writeFields(ByteBuffer buffer) {
        buffer.put((byte) bConfigurationValue);
        buffer.put((byte) 0); // bReserved
        buffer.putShort((short) totalLength()); // wTotalLength
    }
}
