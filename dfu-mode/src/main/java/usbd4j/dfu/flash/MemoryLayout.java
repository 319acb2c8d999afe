package usbd4j.dfu.flash;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The regions of a memory and their sectors.
 *
 * @param regions in the order of the layout's text, at least one; they do not overlap
 */
public record MemoryLayout(List<Region> regions) {
    /** Checks the regions. */
    public MemoryLayout {
        regions = List.copyOf(regions);
        if (regions.isEmpty()) {
            throw new IllegalArgumentException("a memory needs at least one region");
        }
        requireApart(regions);
    }

    /**
     * {@return the layout described by a text}
     *
     * @param text as DfuSe has it in the name of an alternate setting, such as {@code @Internal Flash
     *     /0x08000000/04*016Kg,01*064Kg,07*128Kg}: a name, and for each area its address and its regions; a region is a
     * count, the size
     *     of a sector with the unit B, K or M (bytes without a unit), and a letter for the permitted operations ({@link
     * Access}). Blanks, small letters and hexadecimal numbers are accepted, and text after the last region is ignored
     * @throws IllegalArgumentException if the text is not a layout, with the place of the mistake
     */
    public static MemoryLayout of(String text) {
        return new MemoryLayout(LayoutText.read(text));
    }

    private static void requireApart(List<Region> regions) {
        List<Region> ascending = regions.stream()
                .sorted(Comparator.comparingLong(Region::address))
                .toList();
        for (int i = 1; i < ascending.size(); i++) {
            Region lower = ascending.get(i - 1);
            Region upper = ascending.get(i);
            if (upper.address() < lower.end()) {
                throw new IllegalArgumentException("region %s at 0x%08X overlaps region %s at 0x%08X"
                        .formatted(lower, lower.address(), upper, upper.address()));
            }
        }
    }

    /**
     * {@return the region that an address is in, or empty if there is no memory}
     *
     * @param address the address
     */
    public Optional<Region> region(long address) {
        return regions.stream().filter(each -> each.contains(address)).findFirst();
    }

    /**
     * {@return the layout as DfuSe has it, without a name} A region that is not adjacent to the previous one begins a new
     * area.
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        Optional<Region> before = Optional.empty();
        for (Region region : regions) {
            boolean goesOn =
                    before.filter(each -> each.end() == region.address()).isPresent();
            text.append(goesOn ? "," : "/0x%08X/".formatted(region.address())).append(region);
            before = Optional.of(region);
        }
        return text.toString();
    }
}
