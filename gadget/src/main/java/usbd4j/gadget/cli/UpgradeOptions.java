package usbd4j.gadget.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import usbd4j.dfu.DfuFunctionalDescriptor;
import usbd4j.dfu.mode.DfuModeClass;
import usbd4j.dfu.mode.DfuModeOptions;
import usbd4j.dfu.store.ImageMemory;
import usbd4j.dfu.store.StoredImage;
import usbd4j.gadget.Persona;
import usbd4j.gadget.configfs.GadgetName;
import usbd4j.stack.UsbClass;
import usbd4j.stack.descriptor.UsbString;

/** What the device is in DFU mode. */
final class UpgradeOptions {
    private static final UsbString MEMORY_NAME = UsbString.of("Firmware");
    private static final long CAPACITY = 16L << 20;

    /** Long enough for a tool to show it. */
    private static final Duration MANIFESTATION = Duration.ofMillis(20);

    @Option(
            names = "--dfu-pid",
            paramLabel = "HEX",
            converter = UsbId.Converter.class,
            order = 1,
            description = "idProduct in DFU mode (default: ${DEFAULT-VALUE}).")
    private UsbId pid = new UsbId(0x0002);

    @Option(
            names = "--store",
            paramLabel = "DIR",
            order = 2,
            description =
                    "Where the firmware is kept, in a folder of the gadget's name (default: $STATE_DIRECTORY, else usbd4j in"
                            + " $XDG_STATE_HOME or ~/.local/state).")
    private Optional<Path> store = Optional.empty();

    /** {@return the firmware of a gadget} */
    StoredImage image(GadgetName name) {
        return new StoredImage(store.orElseGet(UpgradeOptions::stateDirectory)
                .resolve(name.text())
                .resolve("firmware"));
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

    /** {@return the device in DFU mode, given the one in run-time; there is nothing beside its DFU interface} */
    Persona persona(Persona runTime) {
        return new Persona(runTime.identity().withProduct(pid.value()), List.of());
    }

    /** {@return its functions} */
    List<UsbClass> classes(DfuFunctionalDescriptor functional, StoredImage image, Runnable leave) {
        ImageMemory memory = new ImageMemory(Optional.of(MEMORY_NAME), CAPACITY, Duration.ZERO, MANIFESTATION, image);
        return List.of(new DfuModeClass(functional, DfuModeOptions.SPECIFICATION, List.of(memory), leave));
    }
}
