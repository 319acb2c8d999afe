package usbd4j.stack.descriptor;

import static usbd4j.stack.descriptor.Unsigned.u16;
import static usbd4j.stack.descriptor.Unsigned.u8;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * A function subset: its header and the feature descriptors that follow (Microsoft OS 2.0 Descriptors, table 12).
 *
 * @param bFirstInterface 1 byte, the number of the function's first interface
 * @param features the function's feature descriptors
 */
public record MsOs20FunctionSubset(int bFirstInterface, List<MsOs20Feature> features) implements MsOs20Descriptor {
    private static final int LENGTH = 8;
    private static final int MS_OS_20_SUBSET_HEADER_FUNCTION = 2;

    /** Checks the ranges of bFirstInterface and wSubsetLength. */
    public MsOs20FunctionSubset {
        u8("bFirstInterface", bFirstInterface);
        features = List.copyOf(features);
        u16("wSubsetLength", LENGTH + MsOs20Descriptor.totalLength(features));
    }

    @Override
    public int wLength() {
        return LENGTH;
    }

    @Override
    public int wDescriptorType() {
        return MS_OS_20_SUBSET_HEADER_FUNCTION;
    }

    @Override
    public List<? extends MsOs20Descriptor> held() {
        return features;
    }

    @Override
    public void writeFields(ByteBuffer buffer) {
        buffer.put((byte) bFirstInterface);
        buffer.put((byte) 0); // bReserved
        buffer.putShort((short) totalLength()); // wSubsetLength
    }
}
