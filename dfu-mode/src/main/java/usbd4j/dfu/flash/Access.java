package usbd4j.dfu.flash;

/**
 * The operations that the sectors of a region permit, at least one. Sectors that are writable but not erasable can be
 * programmed once.
 *
 * @param readable whether the sectors can be read
 * @param erasable whether they can be erased
 * @param writable whether they can be programmed
 */
public record Access(boolean readable, boolean erasable, boolean writable) {
    /** Everything. */
    public static final Access ALL = new Access(true, true, true);

    /** Reading only: the sectors are protected. */
    public static final Access READ_ONLY = new Access(true, false, false);

    /** Checks that at least one operation is permitted: DfuSe has no letter for none. */
    public Access {
        if (!readable && !erasable && !writable) {
            throw new IllegalArgumentException("a region is readable, erasable or writable");
        }
    }

    /**
     * {@return the operations that a letter of DfuSe stands for}
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
