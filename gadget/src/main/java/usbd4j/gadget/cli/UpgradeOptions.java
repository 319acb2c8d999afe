package usbd4j.gadget.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import usbd4j.dfu.DfuFunctionalDescriptor;
import usbd4j.dfu.mode.DfuModeClass;
import usbd4j.dfu.mode.DfuModeOptions;
import usbd4j.dfu.store.ImageMemory;
import usbd4j.dfu.store.Verification;
import usbd4j.gadget.Persona;
import usbd4j.gadget.configfs.GadgetName;
import usbd4j.stack.UsbClass;

/** What the device has in DFU mode. */
final class UpgradeOptions {
    private static final NamedMemory FIRMWARE = new NamedMemory("Firmware", 16L << 20);

    /** Such a device may leave afterwards, and its answer must have reached a program on the host by then. */
    private static final Duration INTOLERANT = Duration.ofMillis(20);

    @ArgGroup(validate = false, order = 1)
    private DfuIdentityOptions identity = new DfuIdentityOptions();

    @Option(
            names = "--memory",
            paramLabel = "NAME=SIZE",
            converter = NamedMemory.Converter.class,
            order = 11,
            description =
                    "A memory, and the longest image that it takes, such as Firmware=16M (the default), Data=64K or"
                            + " Small=100. May be given several times: each has an interface of its own, and dfu-util -a NAME tells which"
                            + " is meant.")
    private List<NamedMemory> memories = new ArrayList<>();

    @Option(
            names = "--programming-time",
            paramLabel = "MS",
            converter = U16Converter.class,
            order = 12,
            description = "How long the device is busy with each block (default: ${DEFAULT-VALUE}).")
    private int programmingTime;

    @Option(
            names = "--manifestation-time",
            paramLabel = "MS",
            converter = U16Converter.class,
            order = 13,
            description =
                    "How long manifestation takes; with 0 a tolerant device is done with it when it answers, as fwupd wants"
                            + " it (default: 0, or 20 if the device is not tolerant).")
    private Optional<Integer> manifestationTime = Optional.empty();

    @Option(
            names = "--verify",
            paramLabel = "HOW",
            converter = VerificationConverter.class,
            order = 14,
            description =
                    "Which images are taken: any (none, the default); those that end with the CRC-32 of the rest, least significant"
                            + " byte first (crc32), or with its Ed25519 signature (ed25519:FILE, the public key in PEM). Others are refused with"
                            + " errVERIFY, or errFILE.")
    private Verification verification = Verification.NONE;

    @Option(
            names = "--store",
            paramLabel = "DIR",
            order = 15,
            description =
                    "Where the firmware is kept, in a folder of the gadget's name (default: $STATE_DIRECTORY, else usbd4j in"
                            + " $XDG_STATE_HOME or ~/.local/state).")
    private Optional<Path> store = Optional.empty();

    private List<NamedMemory> memories() {
        return memories.isEmpty() ? List.of(FIRMWARE) : memories;
    }

    /** {@return the firmware of a gadget} */
    FirmwareImages images(GadgetName name) {
        return new FirmwareImages(
                store.orElseGet(UpgradeOptions::stateDirectory).resolve(name.text()), memories());
    }

    private static Path stateDirectory() {
        Optional<Path> systemd = variable("STATE_DIRECTORY");
        Path home =
                variable("XDG_STATE_HOME").orElseGet(() -> Path.of(System.getProperty("user.home"), ".local/state"));
        return systemd.orElseGet(() -> home.resolve("usbd4j"));
    }

    private static Optional<Path> variable(String name) {
        return Optional.ofNullable(System.getenv(name))
                .filter(value -> !value.isEmpty())
                .map(Path::of);
    }

    /** {@return the device in DFU mode, given the one in run-time} */
    Persona persona(Persona runTime) {
        return new Persona(identity.of(runTime.identity()), identity.functions());
    }

    /**
     * {@return its functions}
     *
     * @param functional what each says of itself
     * @param images what the memories hold
     * @param leave called when the device is to run its firmware
     */
    List<UsbClass> classes(DfuFunctionalDescriptor functional, FirmwareImages images, Runnable leave) {
        // One memory may be as it should be, and another not.
        Runnable leaveIfWhole = () -> {
            if (images.areWhole()) {
                leave.run();
            }
        };
        Duration time = manifestationTime
                .map(Duration::ofMillis)
                .orElse(functional.attributes().bitManifestationTolerant() ? Duration.ZERO : INTOLERANT);
        return IntStream.range(0, memories().size())
                .<UsbClass>mapToObj(i -> new DfuModeClass(
                        functional, DfuModeOptions.SPECIFICATION, List.of(memory(i, time, images)), leaveIfWhole))
                .toList();
    }

    private ImageMemory memory(int number, Duration manifestationTime, FirmwareImages images) {
        NamedMemory memory = memories().get(number);
        return new ImageMemory(
                Optional.of(memory.string()),
                memory.size(),
                Duration.ofMillis(programmingTime),
                manifestationTime,
                verification,
                images.get(number));
    }
}
