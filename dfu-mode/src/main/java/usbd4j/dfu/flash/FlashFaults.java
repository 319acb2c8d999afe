package usbd4j.dfu.flash;

import static java.util.stream.Collectors.toSet;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The addresses of cells that are faulty or protected.
 *
 * @param addresses by what is wrong with them
 */
public record FlashFaults(Map<FlashFault, Set<Long>> addresses) {
    /** Memory without a fault. */
    public static final FlashFaults NONE = new FlashFaults(Map.of());

    /** Keeps copies, without what no cell has. */
    public FlashFaults {
        Map<FlashFault, Set<Long>> copy = new EnumMap<>(FlashFault.class);
        addresses.forEach((fault, cells) -> copy.put(fault, Set.copyOf(cells)));
        copy.values().removeIf(Set::isEmpty);
        addresses = Map.copyOf(copy);
    }

    /**
     * {@return these faults and others}
     *
     * @param fault what is wrong
     * @param cells the addresses where it is; they replace those that have had it
     */
    public FlashFaults with(FlashFault fault, Set<Long> cells) {
        Map<FlashFault, Set<Long>> more = new EnumMap<>(FlashFault.class);
        more.putAll(addresses);
        more.put(fault, cells);
        return new FlashFaults(more);
    }

    /** {@return whether there is none} */
    public boolean isEmpty() {
        return addresses.isEmpty();
    }

    /** {@return the first address with a fault, from one address to before another} */
    OptionalLong first(FlashFault fault, long from, long end) {
        return addresses.getOrDefault(fault, Set.of()).stream()
                .mapToLong(Long::longValue)
                .filter(each -> each >= from && each < end)
                .min();
    }

    /** {@return whether an address with a fault is somewhere from one address to before another} */
    boolean has(FlashFault fault, long from, long end) {
        return first(fault, from, end).isPresent();
    }

    /** {@return the addresses with a fault, from one address to before another} */
    Set<Long> all(FlashFault fault, long from, long end) {
        return addresses.getOrDefault(fault, Set.of()).stream()
                .filter(each -> each >= from && each < end)
                .collect(toSet());
    }
}
