package usbd4j.stack.linux;

import com.sun.jna.Native;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * This machine's time zone, from the C library. Java's own {@link java.time.ZoneId} knows it, too, but reads the time zones of the whole
 * world first, which takes a small board a tenth of a start.
 */
public final class LocalTimeZone {
    /** {@code tm_gmtoff} of struct tm follows nine ints, at the next place for a long. */
    private static final int GMTOFF = Native.LONG_SIZE == Long.BYTES ? 40 : 36;

    private static final int LONGEST_TM = 64;

    private LocalTimeZone() {}

    /**
     * {@return how far local time is ahead of UTC}
     *
     * @param time when, as it may be summer
     */
    public static ZoneOffset offset(Instant time) {
        ByteBuffer seconds = room();
        ByteBuffer tm = room();
        if (Native.LONG_SIZE == Long.BYTES) {
            seconds.putLong(0, time.getEpochSecond());
            LibC.localtime_r(seconds, tm);
            return ZoneOffset.ofTotalSeconds((int) tm.getLong(GMTOFF));
        }
        seconds.putInt(0, (int) time.getEpochSecond());
        LibC.localtime_r(seconds, tm);
        return ZoneOffset.ofTotalSeconds(tm.getInt(GMTOFF));
    }

    private static ByteBuffer room() {
        return ByteBuffer.allocateDirect(LONGEST_TM).order(ByteOrder.nativeOrder());
    }
}
