package usbd4j.stack.usbip;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import usbd4j.stack.SetupPacket;

/** What a host would send that is out of its mind half of the time: PDUs as they should be, and as they should not. */
final class MutatedPdus {
    private static final int CMD_SUBMIT = 1;
    private static final int CMD_UNLINK = 2;
    private static final int HEADER = 48;
    private static final int MOST_DATA = 1200;

    /** At which numbers code goes wrong. */
    private static final int[] EDGES = {
        0, 1, -1, 15, 16, 511, 512, 513, 1 << 14, (1 << 14) + 1, 1 << 24, Integer.MAX_VALUE, Integer.MIN_VALUE
    };

    private final Random random;
    private int seqnum;

    MutatedPdus(long seed) {
        random = new Random(seed);
    }

    /** Writes the next one to a buffer, which has room for it. */
    void write(ByteBuffer target) {
        int from = target.position();
        seqnum++;
        if (random.nextInt(8) == 0) {
            header(target, CMD_UNLINK, 0, 0);
            // One of the last, or one that is over, or this one.
            target.putInt(seqnum - random.nextInt(50));
        } else if (random.nextBoolean()) {
            control(target);
        } else {
            transfer(target);
        }
        end(target, from);
        if (random.nextBoolean()) {
            mutate(target, from);
        }
        if (random.nextInt(200) == 0) {
            target.position(from + random.nextInt(target.position() - from));
        }
    }

    private void header(ByteBuffer target, int command, int direction, int endpoint) {
        target.putInt(command).putInt(seqnum).putInt(0x10001).putInt(direction).putInt(endpoint);
    }

    private void control(ByteBuffer target) {
        SetupPacket setup = new SetupPacket(
                random.nextInt(256), random.nextInt(16), random.nextInt(0x400), random.nextInt(4), random.nextInt(300));
        boolean isIn = setup.bmRequestType() >= 0x80;
        header(target, CMD_SUBMIT, isIn ? 1 : 0, 0);
        target.putInt(0).putInt(setup.wLength()).putInt(0).putInt(0).putInt(0);
        ByteBuffer packet = ByteBuffer.allocate(SetupPacket.LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        setup.write(packet);
        target.put(packet.array());
        data(target, isIn ? 0 : setup.wLength());
    }

    private void transfer(ByteBuffer target) {
        int direction = random.nextInt(2);
        int length = random.nextInt(MOST_DATA);
        header(target, CMD_SUBMIT, direction, random.nextInt(4));
        target.putInt(random.nextInt(2) * 0x40 + random.nextInt(2)).putInt(length);
        target.putInt(0).putInt(0).putInt(0).putLong(0);
        data(target, direction == 0 ? length : 0);
    }

    private static void data(ByteBuffer target, int length) {
        target.position(target.position() + length);
    }

    private static void end(ByteBuffer target, int from) {
        target.position(Math.max(target.position(), from + HEADER));
    }

    private void mutate(ByteBuffer target, int from) {
        if (random.nextInt(3) == 0) {
            int field = from + random.nextInt(HEADER / Integer.BYTES) * Integer.BYTES;
            target.putInt(field, EDGES[random.nextInt(EDGES.length)]);
        }
        for (int flips = random.nextInt(3); flips > 0; flips--) {
            int at = from + random.nextInt(HEADER);
            target.put(at, (byte) (target.get(at) ^ 1 << random.nextInt(8)));
        }
    }
}
