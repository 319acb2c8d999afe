package usbd4j.stack.functionfs;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.Predicate;
import usbd4j.stack.descriptor.Configuration;
import usbd4j.stack.descriptor.Descriptor;
import usbd4j.stack.descriptor.DescriptorType;
import usbd4j.stack.descriptor.Speed;

/**
 * The descriptors in the form in which FunctionFS wants them written to {@code ep0} ({@code struct
 * usb_functionfs_descs_head_v2} of linux/usb/functionfs.h).
 */
final class DescriptorBlob {
    private static final int MAGIC_V2 = 3;
    private static final int HAS_FS_DESC = 1;
    private static final int HAS_HS_DESC = 2;
    private static final int HAS_SS_DESC = 4;
    /** Endpoints' files, and wIndex in a request to one, have the addresses in these descriptors, not the assigned ones. */
    private static final int VIRTUAL_ADDR = 16;

    private static final int ALL_CTRL_RECIP = 64;
    private static final int FLAGS = HAS_FS_DESC | HAS_HS_DESC | HAS_SS_DESC | VIRTUAL_ADDR | ALL_CTRL_RECIP;
    private static final List<Speed> SPEEDS = List.of(Speed.FULL, Speed.HIGH, Speed.SUPER);
    private static final int HEADER_LENGTH = 3 * Integer.BYTES + SPEEDS.size() * Integer.BYTES;

    private DescriptorBlob() {}

    /** {@return the blob with all descriptors} */
    static ByteBuffer of(Configuration configuration) {
        return of(configuration, each -> true);
    }

    /** {@return the blob without class-specific descriptors, for kernels that refuse those} */
    static ByteBuffer withoutExtras(Configuration configuration) {
        return of(
                configuration, each -> DescriptorType.of(each.bDescriptorType()).isPresent());
    }

    private static ByteBuffer of(Configuration configuration, Predicate<Descriptor> shown) {
        List<List<Descriptor>> speeds = SPEEDS.stream()
                .map(speed ->
                        configuration.descriptors(speed).stream().filter(shown).toList())
                .toList();
        int descriptorsLength = speeds.stream()
                .flatMap(List::stream)
                .mapToInt(Descriptor::bLength)
                .sum();
        int length = HEADER_LENGTH + descriptorsLength;
        ByteBuffer blob = ByteBuffer.allocateDirect(length).order(ByteOrder.LITTLE_ENDIAN);
        blob.putInt(MAGIC_V2);
        blob.putInt(length);
        blob.putInt(FLAGS);
        speeds.forEach(each -> blob.putInt(each.size()));
        speeds.forEach(each -> each.forEach(descriptor -> descriptor.write(blob)));
        return blob.flip();
    }
}
