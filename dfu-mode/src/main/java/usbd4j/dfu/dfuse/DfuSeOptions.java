package usbd4j.dfu.dfuse;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * How devices that speak DfuSe differ.
 *
 * @param commands the commands that the device supports; it lists them to the host and reports errSTALLEDPKT for others
 * @param leaveTime how long the device is in dfuMANIFEST before it starts the application
 * @param uploadEnd what the host is told at the end of the memory
 * @param leastBytes how many bytes must be programmed before the host can make the device leave; before that it is told
 *     errNOTDONE
 */
public record DfuSeOptions(Set<DfuSeCommand> commands, Duration leaveTime, UploadEnd uploadEnd, long leastBytes) {
    /** Keeps a copy, in the order of the list that the host reads, which has Get Commands first. */
    public DfuSeOptions {
        EnumSet<DfuSeCommand> ordered = EnumSet.of(DfuSeCommand.GET_COMMANDS);
        ordered.addAll(commands);
        commands = Collections.unmodifiableSet(ordered);
    }

    /**
     * {@return the options of ST's boot loaders}
     *
     * @param leaveTime how long the device is in dfuMANIFEST before it starts the application
     */
    public static DfuSeOptions of(Duration leaveTime) {
        return new DfuSeOptions(EnumSet.allOf(DfuSeCommand.class), leaveTime, UploadEnd.ERROR, 0);
    }
}
