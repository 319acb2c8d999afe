package usbd4j.gadget.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;
import usbd4j.dfu.dfuse.DfuSeCommand;
import usbd4j.dfu.dfuse.DfuSeMemory;
import usbd4j.dfu.flash.Flash;
import usbd4j.dfu.flash.FlashFaults;
import usbd4j.dfu.flash.FlashTimes;
import usbd4j.dfu.flash.MemoryLayout;
import usbd4j.dfu.store.FlashImage;
import usbd4j.dfu.store.StoredImage;

/** How memories with sectors behave. */
final class SectorOptions {
    private static final int KIBIBYTE = 1024;

    @Option(
            names = "--erase-time",
            paramLabel = "MS",
            converter = U16Converter.class,
            order = 16,
            description =
                    "How long the device is busy with each sector that it erases, of memories with sectors (default: ${DEFAULT-VALUE}).")
    private int eraseTime;

    @Option(
            names = "--programming-fault",
            paramLabel = "ADDRESS",
            converter = AddressConverter.class,
            order = 17,
            description = "A cell that cannot be programmed, such as 0x08004000: errPROG. May be given several times.")
    private List<Long> programmingFaults = new ArrayList<>();

    @Option(
            names = "--erase-fault",
            paramLabel = "ADDRESS",
            converter = AddressConverter.class,
            order = 18,
            description = "A cell whose sector cannot be erased: errERASE. May be given several times.")
    private List<Long> eraseFaults = new ArrayList<>();

    @Option(
            names = "--protected",
            paramLabel = "ADDRESS",
            converter = AddressConverter.class,
            order = 19,
            description =
                    "An address whose sector is protected from being erased and programmed, whatever the layout says:"
                            + " errVENDOR. May be given several times.")
    private List<Long> protectedSectors = new ArrayList<>();

    /**
     * {@return a memory}
     *
     * @param layout where what is
     * @param wTransferSize of the device, in bytes
     * @param programmingTime how long so many bytes take
     * @param leaveTime how long leaving takes
     * @param image where it is kept
     */
    DfuSeMemory memory(
            MemoryLayout layout, int wTransferSize, Duration programmingTime, Duration leaveTime, StoredImage image) {
        Duration kibibyte = programmingTime.multipliedBy(KIBIBYTE).dividedBy(Math.max(1, wTransferSize));
        Flash flash = new Flash(
                layout,
                new FlashTimes(kibibyte, Duration.ofMillis(eraseTime)),
                new FlashFaults(Set.copyOf(programmingFaults), Set.copyOf(eraseFaults), Set.copyOf(protectedSectors)),
                new FlashImage(image, layout));
        return new DfuSeMemory(flash, wTransferSize, EnumSet.allOf(DfuSeCommand.class), leaveTime);
    }
}
