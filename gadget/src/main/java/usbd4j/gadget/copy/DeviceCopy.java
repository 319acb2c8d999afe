package usbd4j.gadget.copy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import usbd4j.gadget.Board;
import usbd4j.gadget.GadgetException;
import usbd4j.gadget.capture.BusAddress;
import usbd4j.gadget.device.DeviceDescription;
import usbd4j.gadget.devicefile.DeviceFile;
import usbd4j.gadget.devicefile.Overrides;
import usbd4j.stack.descriptor.Identity;

/** The device file of a DFU device that was seen: what its descriptors tell, and in comments what nobody can know from them. */
public final class DeviceCopy {
    /** What on-detach takes: the copy is served in both modes. */
    private static final String DFU_MODE = "dfu-mode";

    private final DeviceDescription usual = DeviceFile.read(Optional.empty(), new Overrides());
    private final TomlText toml = new TomlText();
    private final List<CopiedPersona> personas;
    private final Optional<CopiedPersona> runTime;
    private final Optional<CopiedPersona> dfuMode;

    /** Prepares to write one device in the modes that it was seen in, in each at most once. */
    private DeviceCopy(List<? extends Original> modes) {
        this.personas =
                modes.stream().map(each -> CopiedPersona.of(each, usual)).toList();
        this.runTime = personas.stream().filter(each -> !each.isDfuMode()).findFirst();
        this.dfuMode = personas.stream().filter(CopiedPersona::isDfuMode).findFirst();
    }

    /**
     * {@return the device file of a device that is plugged into this machine}
     *
     * @param board the folders of this machine
     * @param text which device: VID:PID in hexadecimal, or its folder in sysfs, in full or by its name, such as 3-1
     * @param program name and version of this program
     * @throws GadgetException if there is no such device, there are several, it has no DFU interface, or its descriptors are broken
     */
    public static String ofPlugged(Board board, String text, String program) {
        return new DeviceCopy(List.of(PluggedOriginal.find(board, text))).write(program);
    }

    /**
     * {@return the device file of a device in a capture}
     *
     * @param capture a pcapng file with usbmon's packets
     * @param addresses which device; where it had one in run-time and another in DFU mode, one of each, or both. Empty if there is only
     *     one
     * @param program name and version of this program
     * @throws GadgetException if the file cannot be read, there is no such device, there are several, or not all of its descriptors are
     *     in the capture
     */
    public static String ofCaptured(Path capture, List<BusAddress> addresses, String program) {
        return new DeviceCopy(new CapturedDevices(capture).find(addresses)).write(program);
    }

    private String write(String program) {
        heading(program);
        Identity own = usual.runTime().identity();
        toml.table("run-time");
        runTime.ifPresent(each -> each.write(own, toml));
        toml.text("on-detach", DFU_MODE);
        runTime.ifPresent(each -> each.functions().write("function", toml));

        toml.table("dfu-mode");
        Identity inherited = runTime.map(each -> each.identity().read(own)).orElse(own);
        dfuMode.ifPresent(each ->
                each.write(inherited.withProduct(usual.dfuMode().identity().idProduct()), toml));
        boolean isAddressed = dfuMode.map(each -> each.writeMemories(toml)).orElse(false);
        dfuMode.ifPresent(each -> each.functions().write("dfu-mode.function", toml));

        toml.table("functional");
        functional(isAddressed);
        return toml.toString();
    }

    /** A file has one for both modes: that of DFU mode, whose transfer size counts. */
    private void functional(boolean isAddressed) {
        Optional<RawDescriptor> atRunTime = runTime.flatMap(each -> each.dfu().functional());
        Optional<RawDescriptor> inDfuMode = dfuMode.flatMap(each -> each.dfu().functional());
        if (inDfuMode.isPresent() && atRunTime.isPresent() && !inDfuMode.equals(atRunTime)) {
            toml.comment("In run-time it differs, which no key can say: %s.".formatted(atRunTime.get()));
        }
        inDfuMode
                .or(() -> atRunTime)
                .ifPresent(each -> new CopiedFunctional(each, usual.functional(), isAddressed).write(toml));
    }

    private void heading(String program) {
        toml.comment("A copy of %s; made by \"usbd4j device of\", %s."
                .formatted(
                        personas.stream().map(CopiedPersona::heading).collect(Collectors.joining(", and of ")),
                        program));
        if (runTime.isEmpty()) {
            toml.comment(
                    "Run-time was not seen: in it the copy is usbd4j's own device, 1209:0001. \"dfu-util -e\" brings that into DFU mode, where it is at once if its first memory is empty flash.");
        }
        if (dfuMode.isEmpty()) {
            toml.comment(
                    "DFU mode was not seen: in it the copy is usbd4j's own device, with pid 0x0002 and one memory.");
        }
        toml.comment(
                "How the device answers requests is not copied, nor how long it takes: when it really leaves after DETACH, how long it is off the bus, programs, erases.");
        toml.comment("What is in its memories is not copied.");
        personas.stream().map(CopiedPersona::withoutKey).forEach(toml::comment);
        personas.stream()
                .flatMap(each -> each.original().remarks().stream())
                .distinct()
                .forEach(toml::comment);
    }
}
