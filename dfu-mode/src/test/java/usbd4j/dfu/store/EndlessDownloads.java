package usbd4j.dfu.store;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Random;

/** A program that replaces firmware until it is killed. The first bytes of a firmware determine the rest. */
final class EndlessDownloads {
    private static final int BLOCK = 1024;
    private static final int MOST_BLOCKS = 40;

    private EndlessDownloads() {}

    /**
     * Prints the number of the last firmware stored, after each block of the next.
     *
     * @param args the store, and the number of the next firmware
     */
    public static void main(String[] args) {
        try (StoredImage image = new StoredImage(Path.of(args[0]))) {
            for (long number = Long.parseLong(args[1]); ; number++) {
                download(image, number);
            }
        }
    }

    private static void download(StoredImage image, long number) {
        ByteBuffer firmware = firmware(number);
        image.begin();
        while (firmware.hasRemaining()) {
            int length = Math.min(BLOCK, firmware.remaining());
            image.append(firmware.slice(firmware.position(), length));
            firmware.position(firmware.position() + length);
            System.out.println(number - 1);
        }
        image.commit();
    }

    /** {@return the firmware with a number} */
    static ByteBuffer firmware(long number) {
        Random random = new Random(number);
        ByteBuffer firmware = ByteBuffer.allocate(Long.BYTES + random.nextInt(MOST_BLOCKS * BLOCK));
        random.nextBytes(firmware.array());
        return firmware.putLong(0, number);
    }
}
