package usbd4j.stack.functionfs;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import usbd4j.stack.BusListener;
import usbd4j.stack.Endpoint;
import usbd4j.stack.Recipient;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.UsbException;
import usbd4j.stack.descriptor.Configuration;
import usbd4j.stack.descriptor.Descriptors;
import usbd4j.stack.descriptor.EndpointDescriptor;
import usbd4j.stack.descriptor.Speed;
import usbd4j.stack.linux.Errno;
import usbd4j.stack.udc.ControlFile;
import usbd4j.stack.udc.ControllerBus;
import usbd4j.stack.udc.EventType;
import usbd4j.stack.udc.ResetEvidence;

/**
 * The bus on a mounted FunctionFS. After {@link #open}, the gadget that it belongs to can be bound to a controller.
 *
 * <p>The kernel handles most standard requests itself: requests for device, configuration and string descriptors,
 * SET_ADDRESS, SET_CONFIGURATION, SET_INTERFACE and the like never arrive here. For interfaces with several alternate
 * settings, the kernel is watched to learn which one the host selects ({@link #requireAlternateSettings}).
 */
public final class FunctionFsBus extends ControllerBus {
    private static final Logger LOG = System.getLogger(FunctionFsBus.class.getName());

    private final Path directory;
    private final OptionalInt stringsBefore;
    private final List<FunctionFsEndpoint> endpoints = new ArrayList<>();
    private @Nullable Transfers transfers;
    private Optional<ChosenSettings> settings = Optional.empty();
    private Optional<ResetWatch> resets = Optional.empty();
    private int lastString;
    private boolean isAssociated;
    private boolean isBound;

    /**
     * Opens {@code ep0} of a FunctionFS in a gadget about which nothing else is known.
     *
     * @param directory where FunctionFS is mounted
     * @param controller the USB device controller's directory in sysfs, such as {@code /sys/class/udc/fe980000.usb}
     */
    public FunctionFsBus(Path directory, Path controller) {
        this(directory, controller, OptionalInt.empty());
    }

    /**
     * Opens {@code ep0}.
     *
     * @param directory where FunctionFS is mounted
     * @param controller the USB device controller's directory in sysfs, such as {@code /sys/class/udc/fe980000.usb}
     * @param stringsBefore the number of strings that the gadget has before those of this function, since the kernel numbers
     *     the strings of a gadget consecutively and does not report the numbers; empty if unknown
     */
    public FunctionFsBus(Path directory, Path controller, OptionalInt stringsBefore) {
        super(controller);
        this.directory = directory;
        this.stringsBefore = stringsBefore;
        try {
            use(new ControlFile(directory.resolve("ep0")));
        } catch (UsbException e) {
            close();
            throw e;
        }
    }

    @Override
    public void open(Descriptors descriptors) {
        requireOneConfiguration(descriptors);
        settings = ChosenSettings.of(descriptors.configuration());
        resets = ResetWatch.begin();
        if (!ep0().accepts(DescriptorBlob.of(descriptors))) {
            openWithoutExtras(descriptors);
        }
        if (!ep0().accepts(StringBlob.of(descriptors.strings()))) {
            throw new UsbException("the kernel rejects the device's strings (EINVAL)");
        }
        isAssociated = descriptors.configuration().interfaces().stream()
                .anyMatch(each -> each.association().isPresent());
        lastString = lastString(descriptors.configuration());
        List<EndpointDescriptor> declared = descriptors.configuration().endpoints(Speed.HIGH);
        if (!declared.isEmpty()) {
            openEndpoints(declared, new Transfers());
        }
    }

    private void openEndpoints(List<EndpointDescriptor> declared, Transfers used) {
        transfers = used;
        use(used.asyncIo().completions());
        for (EndpointDescriptor each : declared) {
            Path file = directory.resolve("ep" + (endpoints.size() + 1));
            endpoints.add(new FunctionFsEndpoint(file, each, used));
        }
    }

    private static void requireOneConfiguration(Descriptors descriptors) {
        if (descriptors.configurations().size() > 1) {
            throw new UsbException("the device has %d configurations, and FunctionFS supports only one"
                    .formatted(descriptors.configurations().size()));
        }
    }

    /**
     * Checks that interfaces can have several alternate settings, none of them with endpoints. The module of FunctionFS must
     * be loaded.
     *
     * @param settings the number of alternate settings
     * @throws UsbException if they cannot; the message says why
     */
    public static void requireAlternateSettings(int settings) {
        ChosenSettings.watch(settings).close();
    }

    private void openWithoutExtras(Descriptors descriptors) {
        if (!ep0().accepts(DescriptorBlob.withoutExtras(descriptors))) {
            throw new UsbException("the kernel rejects the device's descriptors (EINVAL)");
        }
        LOG.log(
                Level.WARNING,
                "this kernel rejects the device's class-specific descriptors (EINVAL; FunctionFS accepts few types, the"
                        + " DFU functional descriptor from about Linux 6.12 on). The configuration descriptor is sent"
                        + " without them; the device still returns them when the host sends GET_DESCRIPTOR to the"
                        + " interface. With GadgetFS (--bus gadgetfs) the configuration descriptor has them");
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.copyOf(endpoints);
    }

    /** The kernel drops the strings after the last one that a descriptor points to. */
    @Override
    public int stringIndex(int declared) {
        return stringsBefore.isPresent() && declared <= lastString ? stringsBefore.getAsInt() + declared : 0;
    }

    private static int lastString(Configuration configuration) {
        return configuration.interfaces().stream()
                .flatMap(each -> each.settings().stream())
                .mapToInt(each -> each.descriptor().iInterface())
                .max()
                .orElse(0);
    }

    /**
     * {@return whether the device class of the gadget must announce interface associations (USB ECN "Interface Association
     * Descriptor"), because this function has one; valid once the bus is open}
     */
    public boolean isAssociated() {
        return isAssociated;
    }

    @Override
    protected boolean isBound() {
        return isBound;
    }

    @Override
    protected void event(ByteBuffer data, int code, BusListener listener) {
        Optional<EventType> known = EventType.of(code);
        LOG.log(Level.TRACE, "FunctionFS event {0}", known);
        if (known.isEmpty()) {
            return;
        }
        EventType type = known.get();
        if (type == EventType.SETUP) {
            SetupPacket setup = withDeclaredAddress(SetupPacket.read(data));
            ep0().begin(setup);
            listener.setup(setup);
            return;
        }
        ResetEvidence evidence = resets.map(each -> each.before(type)).orElse(ResetEvidence.UNWATCHED);
        happened(meaningOf(type, evidence), listener);
        switch (type) {
            case ENABLE -> {
                // A BIND that was not read before it is lost.
                isBound = true;
                endpoints.forEach(FunctionFsEndpoint::submitWaiting);
                settings.ifPresent(each -> each.tell(listener));
            }
            case BIND -> isBound = true;
            case UNBIND -> isBound = false;
            case DISABLE, SETUP, SUSPEND, RESUME -> {}
        }
    }

    /** FunctionFS replaces an endpoint's address by the endpoint's position in the function, counted from 1. */
    private SetupPacket withDeclaredAddress(SetupPacket seen) {
        boolean isToEndpoint =
                seen.recipient() == Recipient.ENDPOINT && seen.target() > 0 && seen.target() <= endpoints.size();
        return isToEndpoint ? seen.withTarget(endpoints.get(seen.target() - 1).declaredAddress()) : seen;
    }

    @Override
    protected void startTransfers(BusListener listener) {
        if (transfers != null) {
            transfers.flush(listener);
        }
    }

    @Override
    protected void tellCompletions(BusListener listener) {
        if (transfers != null) {
            transfers.tell(listener);
        }
    }

    /** A read would answer the request. */
    @Override
    protected boolean isAlwaysReadableWhileHeld() {
        return true;
    }

    /** Learns from the kernel whether an IN request is still there. Trying an OUT request would answer it. */
    @Override
    protected boolean isGivenUp() {
        return ep0().isForData() && ep0().answerFromNowhere() != Errno.EFAULT;
    }

    /** Closes all files; the kernel then unbinds the gadget if it is still bound. */
    @Override
    public void close() {
        if (transfers != null) {
            transfers.close();
        }
        settings.ifPresent(ChosenSettings::close);
        resets.ifPresent(ResetWatch::close);
        super.close();
        endpoints.forEach(FunctionFsEndpoint::close);
    }
}
