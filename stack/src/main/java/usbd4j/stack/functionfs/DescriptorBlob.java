package usbd4j.stack.functionfs;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
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
    private static final int HAS_MS_OS_DESC = 8;
    private static final int ALL_CTRL_RECIP = 64;
    private static final int SPEEDS = 2;
    private static final int HEADER_LENGTH = 3 * Integer.BYTES + SPEEDS * Integer.BYTES;

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
        List<List<Descriptor>> speeds = Stream.of(Speed.FULL, Speed.HIGH)
                .map(speed ->
                        configuration.descriptors(speed).stream().filter(shown).toList())
                .toList();
        int descriptorsLength = speeds.stream()
                .flatMap(List::stream)
                .mapToInt(Descriptor::bLength)
                .sum();
        OsDescriptors os = OsDescriptors.of(configuration);
        int length = HEADER_LENGTH + descriptorsLength + (os.isEmpty() ? 0 : Integer.BYTES + os.length());
        ByteBuffer blob = ByteBuffer.allocateDirect(length).order(ByteOrder.LITTLE_ENDIAN);
        blob.putInt(MAGIC_V2);
        blob.putInt(length);
        blob.putInt(HAS_FS_DESC | HAS_HS_DESC | (os.isEmpty() ? 0 : HAS_MS_OS_DESC) | ALL_CTRL_RECIP);
        speeds.forEach(each -> blob.putInt(each.size()));
        if (!os.isEmpty()) {
            blob.putInt(os.count());
        }
        speeds.forEach(each -> each.forEach(descriptor -> descriptor.write(blob)));
        os.write(blob);
        return blob.flip();
    }
}
