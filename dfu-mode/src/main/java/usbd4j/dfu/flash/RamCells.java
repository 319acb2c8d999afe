package usbd4j.dfu.flash;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import usbd4j.dfu.DfuStatus;

/** Contents that are lost when the program ends. Pages are allocated when first written to, so a large memory costs little. */
public final class RamCells implements Cells {
    private static final int PAGE = 4096;

    private final Map<Long, byte[]> pages = new HashMap<>();
    private final byte[] erasedPage = new byte[PAGE];

    /** Creates cells that are all erased. */
    public RamCells() {
        Arrays.fill(erasedPage, ERASED);
    }

    @Override
    public void read(long address, ByteBuffer into) {
        for (long at = address; into.hasRemaining(); ) {
            int length = lengthInPage(at, into.remaining());
            into.put(pages.getOrDefault(at / PAGE, erasedPage), (int) (at % PAGE), length);
            at += length;
        }
    }

    @Override
    public void write(long address, ByteBuffer bytes) {
        for (long at = address; bytes.hasRemaining(); ) {
            int length = lengthInPage(at, bytes.remaining());
            bytes.get(pages.computeIfAbsent(at / PAGE, number -> erasedPage.clone()), (int) (at % PAGE), length);
            at += length;
        }
    }

    @Override
    public void erase(long address, int length) {
        long end = address + length;
        for (long at = address; at < end; at += lengthInPage(at, end - at)) {
            byte[] page = pages.get(at / PAGE);
            if (page != null) {
                int from = (int) (at % PAGE);
                Arrays.fill(page, from, from + lengthInPage(at, end - at), ERASED);
            }
        }
    }

    /** Does nothing: the contents are not saved. */
    @Override
    public void save() {}

    @Override
    public DfuStatus condition() {
        return DfuStatus.OK;
    }

    private static int lengthInPage(long at, long length) {
        return (int) Math.min(PAGE - at % PAGE, length);
    }
}
