package usbd4j.dfu.mode;

import java.util.Optional;
import usbd4j.dfu.DfuState;

/** Resets itself, because its memory wants that: leaves the bus, and comes back in DFU mode (DfuSe, read-unprotect). */
record Resetting() implements Gone {
    /** What the host was told last. */
    @Override
    public DfuState state() {
        return DfuState.DFU_DNBUSY;
    }

    @Override
    public Optional<Departure> departure(Machine machine) {
        return Optional.of(Departure.FOR_DFU_MODE);
    }
}
