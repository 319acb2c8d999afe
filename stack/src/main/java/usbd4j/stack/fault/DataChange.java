package usbd4j.stack.fault;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;

/** What becomes of the data of a transfer. */
@FunctionalInterface
public interface DataChange {
    /**
     * {@return new data, from position 0 to limit}
     *
     * @param data the right ones, from position to limit; neither changes
     */
    ByteBuffer apply(ByteBuffer data);

    /** {@return a copy of data} */
    private static byte[] copy(ByteBuffer data) {
        byte[] bytes = new byte[data.remaining()];
        data.duplicate().get(bytes);
        return bytes;
    }

    /** {@return data of that many bytes: cut, or with zero bytes behind} */
    static DataChange length(int length) {
        return data -> ByteBuffer.wrap(Arrays.copyOf(copy(data), length));
    }

    /**
     * {@return data with other bytes at a place; as far as they reach over the end, they are left out}
     *
     * @param offset the place, from 0
     * @param bytes the bytes
     */
    static DataChange bytes(int offset, byte... bytes) {
        return data -> {
            byte[] changed = copy(data);
            int count = Math.max(0, Math.min(bytes.length, changed.length - offset));
            System.arraycopy(bytes, 0, changed, Math.min(offset, changed.length), count);
            return ByteBuffer.wrap(changed);
        };
    }

    /**
     * {@return data in which bits are flipped}
     *
     * @param count how many in each transfer, at most all of them
     * @param seed which ones; in the same data always the same
     */
    static DataChange flippedBits(int count, long seed) {
        return data -> {
            byte[] changed = copy(data);
            Random random = new Random(seed + Arrays.hashCode(changed));
            random.ints(0, Math.max(1, changed.length * Byte.SIZE))
                    .distinct()
                    .limit(Math.min(count, changed.length * Byte.SIZE))
                    .forEach(bit -> changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE));
            return ByteBuffer.wrap(changed);
        };
    }

    /** {@return 0xFF in place of each byte, as flash has it where nothing was written} */
    static DataChange lost() {
        return data -> {
            byte[] erased = new byte[data.remaining()];
            Arrays.fill(erased, (byte) 0xFF);
            return ByteBuffer.wrap(erased);
        };
    }

    /**
     * {@return data that begin some bytes later, with 0xFF before; what is pushed over the end is lost}
     *
     * @param count how many bytes
     */
    static DataChange shifted(int count) {
        return data -> {
            byte[] right = copy(data);
            byte[] shifted = new byte[right.length];
            Arrays.fill(shifted, (byte) 0xFF);
            int kept = Math.max(0, right.length - count);
            System.arraycopy(right, 0, shifted, right.length - kept, kept);
            return ByteBuffer.wrap(shifted);
        };
    }

    /**
     * {@return data of which the first bytes come twice; what is pushed over the end is lost}
     *
     * @param count how many bytes, at most all of them
     */
    static DataChange repeated(int count) {
        return data -> {
            byte[] right = copy(data);
            byte[] repeated = right.clone();
            int twice = Math.min(count, right.length);
            System.arraycopy(right, 0, repeated, twice, right.length - twice);
            return ByteBuffer.wrap(repeated);
        };
    }
}
