package usbd4j.stack.gadgetfs;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import usbd4j.stack.descriptor.Descriptors;
import usbd4j.stack.descriptor.Speed;

/**
 * A device in the format in which it is written to GadgetFS (Linux, drivers/usb/gadget/legacy/inode.c): a tag, the
 * full-speed configuration, the high-speed configuration, the device descriptor.
 */
final class DeviceBlob {
    private static final int TAG = 0;

    private DeviceBlob() {}

    static ByteBuffer of(Descriptors descriptors, AddressMap addresses) {
        ByteBuffer full = descriptors.configuration().bytes(Speed.FULL);
        ByteBuffer high = descriptors.configuration().bytes(Speed.HIGH);
        addresses.apply(full);
        addresses.apply(high);
        int length = Integer.BYTES
                + full.limit()
                + high.limit()
                + descriptors.device().bLength();
        ByteBuffer blob = ByteBuffer.allocateDirect(length).order(ByteOrder.LITTLE_ENDIAN);
        blob.putInt(TAG).put(full).put(high);
        descriptors.device().write(blob);
        return blob.flip();
    }
}
