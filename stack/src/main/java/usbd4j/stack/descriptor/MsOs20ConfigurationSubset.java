package usbd4j.stack.descriptor;

import static usbd4j.stack.descriptor.Unsigned.u16;
import static usbd4j.stack.descriptor.Unsigned.u8;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * A configuration subset: its header and the function subsets that follow (Microsoft OS 2.0 Descriptors, table 11).
 *
 * @param bConfigurationValue 1 byte, the configuration's index; despite its name it counts from 0, since Windows requests
 *     configuration descriptors by index
 * @param functions the function subsets
 */
public record MsOs20ConfigurationSubset(int bConfigurationValue, List<MsOs20FunctionSubset> functions)
        implements MsOs20Descriptor {
    private static final int LENGTH = 8;
    private static final int MS_OS_20_SUBSET_HEADER_CONFIGURATION = 1;

    /** Checks the ranges of bConfigurationValue and wTotalLength. */
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
