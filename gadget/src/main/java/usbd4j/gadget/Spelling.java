package usbd4j.gadget;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that was meant. */
public final class Spelling {
    private Spelling() {}

    /**
     * {@return the name most like one that there is not; empty if none is like it}
     *
     * @param wrong what was written
     * @param names those that there are
     */
    public static Optional<String> closest(String wrong, Collection<String> names) {
        return names.stream()
                .min(Comparator.comparingInt(each -> distance(wrong, each)))
                .filter(each -> distance(wrong, each) <= Math.max(2, wrong.length() / 3));
    }

    /** {@return how many characters to insert, delete or replace to make one text the other (Levenshtein)} */
    static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j - 1], row[j]) + 1);
            }
        }
        return row[other.length()];
    }
}
