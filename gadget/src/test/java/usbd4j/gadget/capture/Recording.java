package usbd4j.gadget.capture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;

/** A capture as a machine of either byte order writes it, with packets of one device at a time. */
public final class Recording {
    static final int MMAPPED = 220;

    private static final int MICROS = 678;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteOrder order;
    private int device = 5;
    private long id;

    public Recording(ByteOrder order, int linkType) {
        this.order = order;
        block(0x0A0D0D0A, body(16).putInt(0x1A2B3C4D).putInt(1).putLong(-1));
        block(1, body(8).putShort((short) linkType).putShort((short) 0).putInt(0));
    }

    public static Recording ofUsbmon() {
        return new Recording(ByteOrder.LITTLE_ENDIAN, MMAPPED);
    }

    /** From here on, the device is another one, or has come back. */
    public Recording device(int address) {
        device = address;
        return this;
    }

    /** A control transfer. */
    public Recording control(String setup, int status, String data) {
        boolean isIn = HexFormat.of().parseHex(setup)[0] < 0;
        id++;
        packet(id, 'S', 2, isIn ? 0x80 : 0, setup, -115, isIn ? "" : data);
        packet(id, 'C', 2, isIn ? 0x80 : 0, "", status, isIn ? data : "");
        return this;
    }

    /** A transfer on a bulk endpoint. */
    Recording bulk(int address, int status, String data) {
        boolean isIn = address >= 0x80;
        id++;
        packet(id, 'S', 3, address, "", -115, isIn ? "" : data);
        packet(id, 'C', 3, address, "", status, isIn ? data : "");
        return this;
    }

    Recording packet(long number, char event, int type, int address, String setup, int status, String data) {
        byte[] bytes = HexFormat.of().parseHex(data);
        ByteBuffer packet = body(20 + 64 + (bytes.length + 3) / 4 * 4);
        packet.position(12).putInt(64 + bytes.length).putInt(64 + bytes.length);
        packet.putLong(number)
                .put((byte) event)
                .put((byte) type)
                .put((byte) address)
                .put((byte) device);
        packet.putShort((short) 3).put((byte) (setup.isEmpty() ? '-' : 0)).put((byte) 0);
        packet.putLong(1_700_000_000 + number).putInt(event == 'S' ? 0 : MICROS);
        packet.putInt(status).putInt(bytes.length).putInt(bytes.length);
        packet.put(HexFormat.of().parseHex(setup)).position(20 + 64).put(bytes);
        return block(6, packet);
    }

    Recording block(int type, ByteBuffer content) {
        int length = 12 + content.capacity();
        out.writeBytes(body(length)
                .putInt(type)
                .putInt(length)
                .put(content.clear())
                .putInt(length)
                .array());
        return this;
    }

    private ByteBuffer body(int length) {
        return ByteBuffer.allocate(length).order(order);
    }

    public byte[] bytes() {
        return out.toByteArray();
    }
}
