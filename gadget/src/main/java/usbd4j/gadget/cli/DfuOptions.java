package usbd4j.gadget.cli;

import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;
import usbd4j.dfu.DfuAttributes;
import usbd4j.dfu.DfuFunctionalDescriptor;
import usbd4j.dfu.runtime.DetachPolicy;
import usbd4j.dfu.runtime.DfuRuntime;
import usbd4j.gadget.cli.TextConverter.Text;
import usbd4j.stack.UsbClass;
import usbd4j.stack.descriptor.UsbString;

/**
 * What the device says of its DFU abilities.
 *
 * <p>The abilities have a fallback value since without one picocli takes a flag whose default is true the wrong way round.
 */
final class DfuOptions {
    private static final int DFU = 0x0110;
    private static final int DFUSE = 0x011A;

    /** Long enough for the status stage of a DETACH to have reached a program on the host, short for a person. */
    private static final Duration SELF_DETACH = Duration.ofMillis(100);

    @Option(
            names = "--interface-name",
            paramLabel = "TEXT",
            converter = TextConverter.class,
            order = 1,
            description = "iInterface of the DFU interface (default: ${DEFAULT-VALUE}).")
    private Text interfaceName = Text.of("DFU run-time");

    @Option(
            names = "--will-detach",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            order = 2,
            description =
                    "bitWillDetach: after DETACH the device leaves the bus by itself, within 0.1 s; without, the host must"
                            + " reset the bus (default: will).")
    private boolean willDetach = true;

    @Option(
            names = "--can-download",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            order = 3,
            description = "bitCanDnload (default: can).")
    private boolean canDownload = true;

    @Option(
            names = "--can-upload",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            order = 4,
            description = "bitCanUpload (default: can).")
    private boolean canUpload = true;

    @Option(
            names = "--manifestation-tolerant",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            order = 5,
            description = "bitManifestationTolerant (default: is).")
    private boolean manifestationTolerant = true;

    @Option(
            names = "--detach-timeout",
            paramLabel = "MS",
            converter = U16Converter.class,
            order = 6,
            description = "wDetachTimeOut: the longest that the device waits for a bus reset after DETACH (default:"
                    + " ${DEFAULT-VALUE}).")
    private int detachTimeout = 1000;

    @Option(
            names = "--transfer-size",
            paramLabel = "BYTES",
            converter = U16Converter.class,
            order = 7,
            description = "wTransferSize (default: ${DEFAULT-VALUE}).")
    private int transferSize = 4096;

    @Option(
            names = "--dfu-version",
            paramLabel = "N.NN",
            converter = Release.Converter.class,
            order = 8,
            description =
                    "bcdDFUVersion; 1.1a makes dfu-util speak DfuSe (default: 1.10, or 1.1a if a memory has sectors).")
    private Optional<Release> dfuVersion = Optional.empty();

    Optional<UsbString> interfaceName() {
        return interfaceName.string();
    }

    /**
     * {@return the DFU run-time class that these options describe}
     *
     * @param functional what it says of itself
     * @param detach called when the device is to leave the bus
     */
    UsbClass runtime(DfuFunctionalDescriptor functional, Runnable detach) {
        DetachPolicy policy = willDetach ? DetachPolicy.atMost(SELF_DETACH) : DetachPolicy.ACCEPT;
        return new DfuRuntime(interfaceName(), functional, policy, detach);
    }

    /**
     * {@return what it says of itself}
     *
     * @param isDfuSe whether it speaks DfuSe, unless it is told to say otherwise
     */
    DfuFunctionalDescriptor functional(boolean isDfuSe) {
        return new DfuFunctionalDescriptor(
                new DfuAttributes(canDownload, canUpload, manifestationTolerant, willDetach),
                detachTimeout,
                transferSize,
                dfuVersion.map(Release::bcd).orElse(isDfuSe ? DFUSE : DFU));
    }
}
