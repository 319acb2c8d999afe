package usbd4j.dfu.flash;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses a memory layout from the name of an alternate setting, in the format of DfuSe (UM0424, "memory mapping") and its
 * variations in products: with
 * blanks anywhere, with leading zeros or without, with small letters as units, in hexadecimal, without {@code @}, and with
 * rubbish
 * behind the last region.
 */
final class LayoutText {
    private static final String NUMBER = "0[xX][0-9A-Fa-f]{1,8}|[0-9]{1,9}";
    private static final Pattern AREA = Pattern.compile("/\\s*(?<address>(?:0[xX])?[0-9A-Fa-f]{1,8})\\s*/");
    private static final Pattern REGION = Pattern.compile("\\s*(?<count>" + NUMBER + ")\\s*\\*\\s*(?<size>" + NUMBER
            + ")\\s*(?<unit>[BKMbkm]?)\\s*(?<access>[a-gA-G])\\s*");
    private static final int HEXADECIMAL = 16;

    private final String text;
    private final List<Region> regions = new ArrayList<>();
    private final Matcher area;
    private final Matcher region;
    private int at;

    private LayoutText(String text) {
        this.text = text;
        area = AREA.matcher(text);
        region = REGION.matcher(text);
        // The memory's name ends at the first slash.
        at = Math.max(0, text.indexOf('/'));
    }

    /**
     * {@return the regions in the text, in its order}
     *
     * @throws IllegalArgumentException with the place in the text that cannot be understood
     */
    static List<Region> read(String text) {
        return new LayoutText(text).read();
    }

    private List<Region> read() {
        while (area.region(at, text.length()).lookingAt()) {
            at = area.end();
            readRegions(Long.parseLong(area.group("address").replaceFirst("0[xX]", ""), HEXADECIMAL));
        }
        if (regions.isEmpty()) {
            throw new IllegalArgumentException(
                    "\"%s\" has no memory layout: write @NAME/ADDRESS/REGIONS, such as @Internal Flash/0x08000000/04*016Kg,01*064Kg"
                            .formatted(text));
        }
        return regions;
    }

    private void readRegions(long address) {
        long next = address;
        do {
            if (!region.region(at, text.length()).lookingAt()) {
                throw new IllegalArgumentException(
                        "\"%s\": there is no region at \"%s\"; write COUNT*SIZE, a unit (B, K or M) and a letter from a (can be read) to g (can be read, erased and written), such as 04*016Kg"
                                .formatted(text, text.substring(at)));
            }
            Region read = region(next);
            regions.add(read);
            next = read.end();
            at = region.end();
        } while (at < text.length() && text.charAt(at++) == ',');
        // The character that ended the regions may begin the next area.
        if (at > region.end()) {
            at--;
        }
    }

    private Region region(long address) {
        long sectorSize = number(region.group("size")) << shift(region.group("unit"));
        if (sectorSize > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("region \"%s\": a sector has at most %d bytes, not %d"
                    .formatted(region.group().strip(), Integer.MAX_VALUE, sectorSize));
        }
        return new Region(
                address,
                (int) number(region.group("count")),
                (int) sectorSize,
                Access.of(region.group("access").toLowerCase(Locale.ROOT).charAt(0)));
    }

    private static long number(String digits) {
        return digits.startsWith("0x") || digits.startsWith("0X")
                ? Long.parseLong(digits.substring(2), HEXADECIMAL)
                : Long.parseLong(digits);
    }

    private static int shift(String unit) {
        return switch (unit.toUpperCase(Locale.ROOT)) {
            case "K" -> 10;
            case "M" -> 20;
            default -> 0;
        };
    }
}
