package usbd4j.dfu.flash;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import usbd4j.stack.descriptor.UsbString;

/**
 * A memory as a host is shown it: DfuSe makes of the layout the name of an alternate setting.
 *
 * @param name its own name, without a slash; ST ends it with two spaces, and here they are part of it
 * @param regions in the order in which the host sees them, at least one; they do not overlap
 */
public record MemoryLayout(String name, List<Region> regions) {
    /** Checks the regions, and that the whole fits into a string descriptor. */
    public MemoryLayout {
        regions = List.copyOf(regions);
        if (regions.isEmpty()) {
            throw new IllegalArgumentException("memory \"%s\" has no region".formatted(name));
        }
        if (name.indexOf('/') >= 0) {
            throw new IllegalArgumentException("memory \"%s\": a slash would end its name".formatted(name));
        }
        requireApart(regions);
        UsbString.of(text(name, regions));
    }

    /**
     * {@return the layout that a text stands for}
     *
     * @param text as DfuSe has it, such as {@code @Internal Flash  /0x08000000/04*016Kg,01*064Kg,07*128Kg}; a space as unit, as
     *     ST's devices have it, or B stands for bytes
     * @throws IllegalArgumentException with a sentence for the user, if it is none
     */
    public static MemoryLayout of(String text) {
        return LayoutText.read(text);
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

    /** {@return what iInterface points to} */
    public UsbString string() {
        return UsbString.of(text());
    }

    /** {@return the name in DfuSe, such as {@code @Internal Flash  /0x08000000/04*016Kg,01*064Kg,07*128Kg}} */
    public String text() {
        return text(name, regions);
    }

    /** A region that does not begin where the one before it ended is an area of its own, and shows its address. */
    private static String text(String name, List<Region> regions) {
        StringBuilder text = new StringBuilder("@").append(name);
        Optional<Region> before = Optional.empty();
        for (Region region : regions) {
            boolean goesOn =
                    before.filter(each -> each.end() == region.address()).isPresent();
            text.append(goesOn ? "," : "/0x%08X/".formatted(region.address())).append(region);
            before = Optional.of(region);
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return text();
    }
}
