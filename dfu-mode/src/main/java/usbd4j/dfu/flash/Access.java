package usbd4j.dfu.flash;

/**
 * What can be done with the sectors of a region; at least one of the three. Sectors that can be written but not erased can be
 * programmed once.
 *
 * @param readable whether they can be read
 * @param erasable whether they can be erased
 * @param writable whether they can be programmed
 */
public record Access(boolean readable, boolean erasable, boolean writable) {
    /** Everything. */
    public static final Access ALL = new Access(true, true, true);

    /** Reading only: the sectors are protected. */
    public static final Access READ_ONLY = new Access(true, false, false);

    /** Checks that something may be done: there is no letter for nothing. */
    public Access {
        if (!readable && !erasable && !writable) {
            throw new IllegalArgumentException("a region is readable, erasable or writable");
        }
    }

    /**
     * {@return what a letter of DfuSe stands for}
     *
     * @param letter a to g
     */
    static Access of(char letter) {
        int bits = letter - 'a' + 1;
        return new Access((bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0);
    }

    /** {@return the letter that DfuSe has for it: a to g for 1 to 7, of which bit 0 is readable, 1 erasable, 2 writable} */
    public char letter() {
        int bits = (readable ? 1 : 0) | (erasable ? 2 : 0) | (writable ? 4 : 0);
        return (char) ('a' + bits - 1);
    }
}
