package usbd4j.gadget.device;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import usbd4j.dfu.DfuInterface;
import usbd4j.dfu.mode.DfuModeOptions;
import usbd4j.dfu.store.Verification;

/**
 * The persona that takes firmware.
 *
 * @param identity where it differs from the persona in run-time
 * @param dfuInterface what the host is told of the DFU interface; of the first, if there are several
 * @param driverless what Windows and browsers are told, so that they need no driver
 * @param memories what a host writes and reads, in the order of the alternate settings; at least one
 * @param separateInterfaces whether each memory has an interface of its own, and is no alternate setting
 * @param verification which images become the firmware
 * @param releasePattern where firmware without a DFU suffix has its release number
 * @param flash how memories behave
 * @param programmingTime how long programming a block of wTransferSize bytes takes; a shorter one takes as long in a memory
 *     that takes whole images, and less in proportion in one with sectors
 * @param manifestationTime how long manifestation takes; empty for the shortest time that hosts get along with
 * @param options where the device differs from DFU 1.1
 * @param functions the functions that the kernel serves beside DFU
 */
public record DfuMode(
        DfuModeIdentity identity,
        DfuInterface dfuInterface,
        Driverless driverless,
        List<Memory> memories,
        boolean separateInterfaces,
        Verification verification,
        Optional<ReleasePattern> releasePattern,
        FlashBehavior flash,
        Duration programmingTime,
        Optional<Duration> manifestationTime,
        DfuModeOptions options,
        List<KernelFunction> functions) {
    /** Of an interface. */
    private static final int HIGHEST_NUMBER = 0xFF;

    /** A device has 255 strings, and needs some for itself. */
    private static final int MOST_MEMORIES = 240;

    /** Keeps copies, and checks that the memories and functions can be told apart. */
    public DfuMode {
        memories = List.copyOf(memories);
        functions = List.copyOf(functions);
        KernelFunction.requireDistinct(functions);
        if (memories.isEmpty()) {
            throw new IllegalArgumentException("a device in DFU mode has at least one memory");
        }
        if (memories.size() > MOST_MEMORIES) {
            throw new IllegalArgumentException(
                    "a device has at most %d memories, not %d".formatted(MOST_MEMORIES, memories.size()));
        }
        if (memories.stream().map(Memory::folder).distinct().count() < memories.size()) {
            throw new IllegalArgumentException(
                    "two memories have the same name, or names that differ in case and punctuation only: both would be kept in the same folder");
        }
        int last = dfuInterface.bInterfaceNumber().orElse(0) + (separateInterfaces ? memories.size() - 1 : 0);
        if (last > HIGHEST_NUMBER) {
            throw new IllegalArgumentException(
                    "interface-number %d leaves no numbers for %d interfaces: %d is the highest"
                            .formatted(dfuInterface.bInterfaceNumber().orElse(0), memories.size(), HIGHEST_NUMBER));
        }
        if (verification != Verification.NONE && memories.stream().anyMatch(Memory::isAddressed)) {
            throw new IllegalArgumentException(
                    "verify is for memories that take whole images: what is written by address is in flash before it could be verified");
        }
    }

    /** {@return whether a host writes any of its memories by address: the device speaks DfuSe} */
    public boolean isAddressed() {
        return memories.stream().anyMatch(Memory::isAddressed);
    }
}
