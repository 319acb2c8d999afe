package usbd4j.stack.memory;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * The host's end of a bulk or interrupt endpoint: splits transfers into packets.
 *
 * @param endpoint the device's endpoint
 * @param loop runs the device between packets
 */
record DataPipe(MemoryEndpoint endpoint, DeviceLoop loop) {
    /** {@return the data read until a short packet arrives or there are {@code length} bytes} */
    byte[] read(int length) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        int packetSize = endpoint.descriptor().wMaxPacketSize();
        byte[] packet;
        do {
            loop.settle();
            packet = endpoint.take();
            data.writeBytes(packet);
        } while (packet.length == packetSize && data.size() < length);
        loop.settle();
        return data.toByteArray();
    }

    /** Writes data without adding a zero-length packet; empty data is one zero-length packet. */
    void write(byte[] data) {
        int packetSize = endpoint.descriptor().wMaxPacketSize();
        int start = 0;
        do {
            loop.settle();
            int end = Math.min(start + packetSize, data.length);
            endpoint.put(Arrays.copyOfRange(data, start, end));
            start = end;
        } while (start < data.length);
        loop.settle();
    }
}
