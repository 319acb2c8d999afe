package usbd4j.dfu.flash;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a layout as DfuSe writes it (UM0424, "memory mapping"). */
final class LayoutText {
    private static final String ADDRESS = "0x[0-9A-Fa-f]{1,8}";
    private static final Pattern WHOLE = Pattern.compile("@(?<name>[^/]*)(?<areas>(?:/" + ADDRESS + "/[^/]+)+)");
    private static final Pattern AREA = Pattern.compile("/(?<address>" + ADDRESS + ")/(?<regions>[^/]+)");
    private static final Pattern REGION =
            Pattern.compile("(?<count>[0-9]{1,9})\\*(?<size>[0-9]{1,9})(?<unit>[ BKM]?)(?<access>[a-g])");

    private LayoutText() {}

    static MemoryLayout read(String text) {
        Matcher whole = WHOLE.matcher(text);
        if (!whole.matches()) {
            throw new IllegalArgumentException(
                    "\"%s\" is no memory layout: write @NAME/ADDRESS/REGIONS, such as @Internal Flash/0x08000000/04*016Kg,01*064Kg"
                            .formatted(text));
        }
        List<Region> regions = new ArrayList<>();
        Matcher area = AREA.matcher(whole.group("areas"));
        while (area.find()) {
            long address = Long.decode(area.group("address"));
            for (String each : area.group("regions").split(",", -1)) {
                Region region = region(address, each);
                regions.add(region);
                address = region.end();
            }
        }
        return new MemoryLayout(whole.group("name"), regions);
    }

    private static Region region(long address, String text) {
        Matcher region = REGION.matcher(text);
        if (!region.matches()) {
            throw new IllegalArgumentException(
                    "\"%s\" is no region of a memory layout: write COUNT*SIZE, a unit (B, K or M) and a letter from a (may be read) to g (read, erased and written), such as 04*016Kg"
                            .formatted(text));
        }
        long sectorSize = Long.parseLong(region.group("size")) << shift(region.group("unit"));
        if (sectorSize > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("region \"%s\": a sector has at most %d bytes, and not %d"
                    .formatted(text, Integer.MAX_VALUE, sectorSize));
        }
        return new Region(
                address,
                Integer.parseInt(region.group("count")),
                (int) sectorSize,
                Access.of(region.group("access").charAt(0)));
    }

    private static int shift(String unit) {
        return switch (unit) {
            case "K" -> 10;
            case "M" -> 20;
            default -> 0;
        };
    }
}
