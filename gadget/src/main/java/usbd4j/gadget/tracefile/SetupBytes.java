package usbd4j.gadget.tracefile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import usbd4j.stack.SetupPacket;

/** A setup packet as it is on the bus. */
final class SetupBytes {
    private SetupBytes() {}

    static ByteBuffer of(SetupPacket setup) {
        ByteBuffer bytes = ByteBuffer.allocate(SetupPacket.LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        setup.write(bytes);
        return bytes.flip();
    }

    static SetupPacket read(byte[] bytes) {
        return SetupPacket.read(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
    }
}
