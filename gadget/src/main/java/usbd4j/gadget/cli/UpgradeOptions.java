package usbd4j.gadget.cli;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import usbd4j.dfu.DfuFunctionalDescriptor;
import usbd4j.dfu.mode.DfuMemory;
import usbd4j.dfu.mode.DfuModeClass;
import usbd4j.dfu.store.ImageMemory;
import usbd4j.dfu.store.StoredImage;
import usbd4j.dfu.store.Verification;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.GadgetException;
import usbd4j.gadget.Persona;
import usbd4j.gadget.configfs.GadgetName;
import usbd4j.gadget.configfs.GadgetSite;
import usbd4j.stack.UsbClass;
import usbd4j.stack.UsbException;

/** What the device has in DFU mode. */
final class UpgradeOptions {
    private static final Logger LOG = System.getLogger(UpgradeOptions.class.getName());

    private static final NamedMemory FIRMWARE = new NamedMemory("Firmware", 16L << 20);

    /** Such a device may leave afterwards, and its answer must have reached a program on the host by then. */
    private static final Duration INTOLERANT = Duration.ofMillis(20);

    @ArgGroup(validate = false, order = 1)
    private DfuIdentityOptions identity = new DfuIdentityOptions();

    @ArgGroup(validate = false, order = 2)
    private SectorOptions sectors = new SectorOptions();

    @ArgGroup(validate = false, order = 3)
    private LeniencyOptions leniency = new LeniencyOptions();

    @Option(
            names = "--memory",
            paramLabel = "NAME=SIZE|LAYOUT",
            converter = DeclaredMemory.Converter.class,
            order = 11,
            description =
                    "A memory, and the longest image that it takes, such as Firmware=16M (the default), Data=64K or"
                            + " Small=100; or one with sectors, for DfuSe, by its layout, such as \"@Internal Flash "
                            + " /0x08000000/04*016Kg,01*064Kg,07*128Kg\". May be given several times: each is an alternate setting,"
                            + " and dfu-util -a NAME, or -a NUMBER, tells which is meant.")
    private List<DeclaredMemory> memories = new ArrayList<>();

    @Option(
            names = "--separate-interfaces",
            order = 11,
            description =
                    "Each memory has an interface of its own, and not an alternate setting; so it is anyway with more than three, and"
                            + " where the kernel does not let us see which one the host chose.")
    private boolean separateInterfaces;

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

    @Option(
            names = "--release-pattern",
            paramLabel = "REGEX",
            converter = ReleasePattern.Converter.class,
            order = 20,
            description =
                    "Where firmware without a DFU suffix says which release it is: what the group matches, such as"
                            + " version=([0-9.]+), becomes bcdDevice in run-time.")
    private Optional<ReleasePattern> releasePattern = Optional.empty();

    private List<DeclaredMemory> memories() {
        return memories.isEmpty() ? List.of(FIRMWARE) : memories;
    }

    /** {@return whether a host writes any of its memories by address} */
    boolean isDfuSe() {
        return memories.stream().anyMatch(SectorMemory.class::isInstance);
    }

    /** {@return the firmware of a gadget} */
    FirmwareImages images(GadgetName name) {
        if (isDfuSe() && verification != Verification.NONE) {
            throw new GadgetException(
                    ExitStatus.USAGE,
                    "--verify is for memories that take whole images: what is written by address is in the flash before anybody could verify it");
        }
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

    /** {@return the device with its firmware running, given the one without} */
    Persona runTime(Persona persona, FirmwareImages images) {
        return images.release(releasePattern).map(persona::withRelease).orElse(persona);
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
     * @param reset called when the device is to come back in DFU mode
     */
    List<UsbClass> classes(DfuFunctionalDescriptor functional, FirmwareImages images, Runnable leave, Runnable reset) {
        // One memory may be as it should be, and another not.
        Runnable leaveIfRunnable = () -> {
            if (images.canRun()) {
                leave.run();
            } else {
                LOG.log(Level.WARNING, "there is no firmware that can run: staying in DFU mode");
            }
        };
        Duration time = manifestationTime
                .map(Duration::ofMillis)
                .orElse(functional.attributes().bitManifestationTolerant() ? Duration.ZERO : INTOLERANT);
        List<DfuMemory> all = IntStream.range(0, memories().size())
                .mapToObj(i -> memory(memories().get(i), functional.wTransferSize(), time, images.get(i)))
                .toList();
        return byInterface(all)
                .<UsbClass>map(
                        each -> new DfuModeClass(functional, leniency.options(isDfuSe()), each, leaveIfRunnable, reset))
                .toList();
    }

    private Stream<List<DfuMemory>> byInterface(List<DfuMemory> all) {
        if (all.size() == 1 || separateInterfaces) {
            return all.stream().map(List::of);
        }
        try {
            GadgetSite.requireAlternateSettings(all.size());
            return Stream.of(all);
        } catch (UsbException e) {
            LOG.log(Level.INFO, "each memory has an interface of its own: {0}", e.getMessage());
            return all.stream().map(List::of);
        }
    }

    private DfuMemory memory(DeclaredMemory memory, int wTransferSize, Duration manifestation, StoredImage image) {
        Duration programming = Duration.ofMillis(programmingTime);
        if (memory instanceof NamedMemory whole) {
            return new ImageMemory(
                    Optional.of(whole.string()), whole.size(), programming, manifestation, verification, image);
        }
        return sectors.memory(((SectorMemory) memory).layout(), wTransferSize, programming, manifestation, image);
    }
}
