package usbd4j.gadget.serve;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import usbd4j.dfu.dfuse.DfuSeCommand;
import usbd4j.dfu.dfuse.DfuSeMemory;
import usbd4j.dfu.dfuse.DfuSeOptions;
import usbd4j.dfu.flash.FaultyImage;
import usbd4j.dfu.flash.Flash;
import usbd4j.dfu.flash.FlashFaults;
import usbd4j.dfu.flash.FlashTimes;
import usbd4j.dfu.flash.PowerCuts;
import usbd4j.dfu.flash.ReadProtection;
import usbd4j.dfu.mode.DfuMemory;
import usbd4j.dfu.store.FlashImage;
import usbd4j.dfu.store.StoredImage;
import usbd4j.gadget.device.DeviceDescription;
import usbd4j.gadget.device.DfuMode;
import usbd4j.gadget.device.ImageMemory;
import usbd4j.gadget.device.Memory;
import usbd4j.gadget.device.SectorMemory;

/**
 * The memories of a device, with what they hold.
 *
 * @param device the device
 * @param images what its memories hold
 * @param protection its read protection
 * @param powerCuts where its power fails
 */
record Memories(DeviceDescription device, FirmwareImages images, ReadProtection protection, PowerCuts powerCuts) {
    private static final int KIBIBYTE = 1024;

    /** A device that is not tolerant may leave afterwards, and its answer must have reached a program on the host by then. */
    private static final Duration INTOLERANT = Duration.ofMillis(20);

    /** {@return all of them, in the order of the alternate settings} */
    List<DfuMemory> all() {
        List<Memory> memories = device.dfuMode().memories();
        return IntStream.range(0, memories.size())
                .mapToObj(i -> memory(memories.get(i), images.get(i)))
                .toList();
    }

    private DfuMemory memory(Memory memory, StoredImage image) {
        return memory instanceof ImageMemory whole ? memory(whole, image) : memory((SectorMemory) memory, image);
    }

    private DfuMemory memory(ImageMemory memory, StoredImage image) {
        DfuMode dfuMode = device.dfuMode();
        DfuMemory whole = new usbd4j.dfu.store.ImageMemory(
                memory.name(),
                memory.size(),
                memory.minimumSize(),
                dfuMode.programmingTime(),
                manifestationTime(),
                dfuMode.verification(),
                image);
        FlashFaults faults = dfuMode.flash().faults();
        return faults.isEmpty() && !protection.isActive() && powerCuts.isEmpty()
                ? whole
                : new FaultyImage(whole, faults, protection, powerCuts);
    }

    private DfuMemory memory(SectorMemory memory, StoredImage image) {
        DfuMode dfuMode = device.dfuMode();
        int wTransferSize = device.functional().wTransferSize();
        Duration kibibyte = dfuMode.programmingTime().multipliedBy(KIBIBYTE).dividedBy(Math.max(1, wTransferSize));
        Flash flash = new Flash(
                memory.layout(),
                new FlashTimes(kibibyte, dfuMode.flash().eraseTime()),
                dfuMode.flash().faults(),
                protection,
                powerCuts,
                new FlashImage(image, memory.layout()));
        return new DfuSeMemory(
                memory.name(),
                flash,
                wTransferSize,
                new DfuSeOptions(
                        EnumSet.allOf(DfuSeCommand.class),
                        manifestationTime(),
                        dfuMode.flash().uploadEnd(),
                        memory.minimumSize()));
    }

    private Duration manifestationTime() {
        boolean isTolerant = device.functional().attributes().bitManifestationTolerant();
        return device.dfuMode().manifestationTime().orElse(isTolerant ? Duration.ZERO : INTOLERANT);
    }
}
