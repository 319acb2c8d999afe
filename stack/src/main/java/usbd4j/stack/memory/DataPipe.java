package usbd4j.stack.memory;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * The host's end of an endpoint: splits transfers into packets. A transfer on an isochronous endpoint is one interval.
 *
 * @param endpoint the device's endpoint
 * @param loop runs the device between packets
 */
record DataPipe(MemoryEndpoint endpoint, DeviceLoop loop) {
    /** {@return the data read until a short packet arrives or there are {@code length} bytes} */
    byte[] read(int length) {
        if (endpoint.isIsochronous()) {
            loop.settle();
            byte[] data = endpoint.takeInterval();
            loop.settle();
            return data;
        }
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        int packetSize = endpoint.descriptor().packetSize();
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
        if (endpoint.isIsochronous()) {
            writeInterval(data);
            return;
        }
        int packetSize = endpoint.descriptor().packetSize();
        int start = 0;
        do {
            loop.settle();
            int end = Math.min(start + packetSize, data.length);
            endpoint.put(Arrays.copyOfRange(data, start, end));
            start = end;
        } while (start < data.length);
        loop.settle();
    }

    private void writeInterval(byte[] data) {
        int most = endpoint.descriptor().bytesPerInterval();
        if (data.length > most) {
            throw new IllegalArgumentException(
                    "%d bytes for an isochronous endpoint that transfers %d per interval".formatted(data.length, most));
        }
        loop.settle();
        endpoint.putInterval(data);
        loop.settle();
    }
}
