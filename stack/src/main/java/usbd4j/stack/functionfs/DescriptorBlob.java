package usbd4j.stack.functionfs;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import usbd4j.stack.descriptor.Configuration;
import usbd4j.stack.descriptor.Descriptor;
import usbd4j.stack.descriptor.DescriptorType;

/**
 * The descriptors in the form in which FunctionFS wants them written to {@code ep0} ({@code struct
 * usb_functionfs_descs_head_v2} of linux/usb/functionfs.h).
 */
final class DescriptorBlob {
    private static final int MAGIC_V2 = 3;
    private static final int HAS_FS_DESC = 1;
    private static final int HAS_HS_DESC = 2;
    private static final int SPEEDS = 2;
    private static final int HEADER_LENGTH = 3 * Integer.BYTES + SPEEDS * Integer.BYTES;

    private DescriptorBlob() {}

    /** {@return the blob with all descriptors, the same for full and high speed} */
    static ByteBuffer of(Configuration configuration) {
        return of(configuration.descriptors());
    }

    /** {@return the blob without class-specific descriptors, for kernels that refuse those} */
    static ByteBuffer withoutExtras(Configuration configuration) {
        return of(configuration.descriptors().stream()
                .filter(each -> DescriptorType.of(each.bDescriptorType()).isPresent())
                .toList());
    }

    private static ByteBuffer of(List<Descriptor> descriptors) {
        int descriptorsLength =
                descriptors.stream().mapToInt(Descriptor::bLength).sum();
        int length = HEADER_LENGTH + SPEEDS * descriptorsLength;
        ByteBuffer blob = ByteBuffer.allocateDirect(length).order(ByteOrder.LITTLE_ENDIAN);
        blob.putInt(MAGIC_V2);
        blob.putInt(length);
        blob.putInt(HAS_FS_DESC | HAS_HS_DESC);
        for (int speed = 0; speed < SPEEDS; speed++) {
            blob.putInt(descriptors.size());
        }
        for (int speed = 0; speed < SPEEDS; speed++) {
            descriptors.forEach(each -> each.write(blob));
        }
        return blob.flip();
    }
}
