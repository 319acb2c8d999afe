package usbd4j.stack.functionfs;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.Predicate;
import usbd4j.stack.descriptor.Descriptor;
import usbd4j.stack.descriptor.DescriptorType;
import usbd4j.stack.descriptor.Descriptors;
import usbd4j.stack.descriptor.Speed;

/**
 * The descriptors in the format in which they are written to FunctionFS's {@code ep0} ({@code struct
 * usb_functionfs_descs_head_v2} of linux/usb/functionfs.h).
 */
final class DescriptorBlob {
    private static final int MAGIC_V2 = 3;
    private static final int HAS_FS_DESC = 1;
    private static final int HAS_HS_DESC = 2;
    private static final int HAS_SS_DESC = 4;
    private static final int HAS_MS_OS_DESC = 8;
    private static final int ALL_CTRL_RECIP = 64;
    private static final int FLAGS = HAS_FS_DESC | HAS_HS_DESC | HAS_SS_DESC | ALL_CTRL_RECIP;
    private static final List<Speed> SPEEDS = List.of(Speed.FULL, Speed.HIGH, Speed.SUPER);
    private static final int HEADER_LENGTH = 3 * Integer.BYTES + SPEEDS.size() * Integer.BYTES;

    private DescriptorBlob() {}

    /** {@return the blob with all descriptors} */
    static ByteBuffer of(Descriptors descriptors, FunctionStrings strings) {
        return of(descriptors, strings, each -> true);
    }

    /** {@return the blob without class-specific descriptors, for kernels that reject them} */
    static ByteBuffer withoutExtras(Descriptors descriptors, FunctionStrings strings) {
        return of(
                descriptors,
                strings,
                each -> DescriptorType.of(each.bDescriptorType()).isPresent());
    }

    private static ByteBuffer of(Descriptors descriptors, FunctionStrings strings, Predicate<Descriptor> shown) {
        List<List<Descriptor>> speeds = SPEEDS.stream()
                .map(speed -> strings.renumbered(descriptors.configuration().descriptors(speed), speed).stream()
                        .filter(shown)
                        .toList())
                .toList();
        int descriptorsLength = speeds.stream()
                .flatMap(List::stream)
                .mapToInt(Descriptor::bLength)
                .sum();
        OsDescriptors os = OsDescriptors.of(descriptors);
        int length = HEADER_LENGTH + descriptorsLength + (os.isEmpty() ? 0 : Integer.BYTES + os.length());
        ByteBuffer blob = ByteBuffer.allocateDirect(length).order(ByteOrder.LITTLE_ENDIAN);
        blob.putInt(MAGIC_V2);
        blob.putInt(length);
        blob.putInt(FLAGS | (os.isEmpty() ? 0 : HAS_MS_OS_DESC));
        speeds.forEach(each -> blob.putInt(each.size()));
        if (!os.isEmpty()) {
            blob.putInt(os.count());
        }
        speeds.forEach(each -> each.forEach(descriptor -> descriptor.write(blob)));
        os.write(blob);
        return blob.flip();
    }
}
