package usbd4j.dfu.flash;

import java.util.OptionalLong;
import java.util.Set;

/**
 * The addresses of cells that are faulty or protected.
 *
 * @param programming addresses at which programming fails with errPROG
 * @param erasure addresses in sectors that fail to erase, with errERASE
 * @param protection addresses in sectors protected from both, with errVENDOR
 */
public record FlashFaults(Set<Long> programming, Set<Long> erasure, Set<Long> protection) {
    /** Memory without a fault. */
    public static final FlashFaults NONE = new FlashFaults(Set.of(), Set.of(), Set.of());

    /** Keeps copies. */
    public FlashFaults {
        programming = Set.copyOf(programming);
        erasure = Set.copyOf(erasure);
        protection = Set.copyOf(protection);
    }

    /** {@return the first address at which programming fails, from one address to before another} */
    OptionalLong programming(long from, long end) {
        return first(programming, from, end);
    }

    /** {@return whether erasing fails somewhere from one address to before another} */
    boolean isErasureFailing(long from, long end) {
        return first(erasure, from, end).isPresent();
    }

    /** {@return whether a protected address is somewhere from one address to before another} */
    boolean isProtected(long from, long end) {
        return first(protection, from, end).isPresent();
    }

    private static OptionalLong first(Set<Long> addresses, long from, long end) {
        return addresses.stream()
                .mapToLong(Long::longValue)
                .filter(each -> each >= from && each < end)
                .min();
    }
}
