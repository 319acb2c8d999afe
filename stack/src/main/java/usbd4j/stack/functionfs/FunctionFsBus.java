package usbd4j.stack.functionfs;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import usbd4j.stack.BusListener;
import usbd4j.stack.Endpoint;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.UsbException;
import usbd4j.stack.descriptor.Descriptors;
import usbd4j.stack.udc.ControlFile;
import usbd4j.stack.udc.ControllerBus;
import usbd4j.stack.udc.EventType;

/**
 * The bus on a mounted FunctionFS. After {@link #open}, the gadget that it belongs to can be bound to a controller.
 *
 * <p>The kernel handles most standard requests itself: requests for device, configuration and string descriptors,
 * SET_ADDRESS, SET_CONFIGURATION, SET_INTERFACE and the like never arrive here. For interfaces with several alternate
 * settings, the kernel is watched to learn which one the host selects ({@link FunctionFsLimits#requireAlternateSettings}).
 *
 * <p>The kernel takes the controller's endpoints in their own order, the first that fits, and the host sees their addresses.
 * They are known when a host has configured the device; if a class asks for another, {@link #await} then throws an
 * exception. Where an IN and an OUT endpoint have the same number, the kernel does not tell which of them a request is
 * addressed to, and the request is delivered for the one declared last.
 */
public final class FunctionFsBus extends ControllerBus {
    private static final Logger LOG = System.getLogger(FunctionFsBus.class.getName());

    private final Path directory;
    private final OptionalInt stringsBefore;
    private @Nullable FunctionFsEndpoints endpoints;
    private Optional<ChosenSettings> settings = Optional.empty();
    private Optional<ResetWatch> resets = Optional.empty();
    private Optional<FunctionStrings> strings = Optional.empty();
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
        FunctionFsLimits.require(descriptors, controller());
        settings = ChosenSettings.of(descriptors.configuration());
        resets = ResetWatch.begin();
        strings = Optional.of(Blobs.write(descriptors, controller(), ep0()));
        isAssociated = descriptors.configuration().interfaces().stream()
                .anyMatch(each -> each.association().isPresent());
        if (!descriptors.configuration().endpoints().isEmpty()) {
            FunctionFsEndpoints opened = new FunctionFsEndpoints(descriptors.configuration());
            // First, so that what open() acquires is closed if it fails.
            endpoints = opened;
            use(opened.completions());
            opened.open(directory);
        }
    }

    @Override
    public List<Endpoint> endpoints() {
        return endpoints == null ? List.of() : endpoints.all();
    }

    @Override
    public int stringIndex(int declared) {
        return stringsBefore.isPresent()
                ? strings.map(each -> each.gadgetIndex(declared, stringsBefore.getAsInt()))
                        .orElse(0)
                : 0;
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
            setup(SetupPacket.read(data), listener);
        } else {
            dropTransfers(type, listener);
            tell(type, listener);
        }
    }

    private void setup(SetupPacket seen, BusListener listener) {
        SetupPacket setup = endpoints == null ? seen : endpoints.withDeclaredAddress(seen);
        ep0().begin(setup);
        listener.setup(setup);
    }

    private void dropTransfers(EventType type, BusListener listener) {
        if (endpoints == null) {
            return;
        }
        switch (type) {
            case DISABLE -> endpoints.awaitDropped(listener);
            // They purge a DISABLE that was not read before them.
            case BIND, UNBIND, ENABLE -> endpoints.dropped(listener);
            case SETUP, SUSPEND, RESUME -> {}
        }
    }

    private void tell(EventType type, BusListener listener) {
        ResetWatch.Before before = resets.isPresent() ? resets.get().before(type) : ResetWatch.Before.UNWATCHED;
        if (before.hadConfigured()) {
            happened(watch().lostEnable(), listener);
        }
        happened(watch().event(type, before.evidence()), listener);
        switch (type) {
            case ENABLE -> {
                // A BIND that was not read before it is lost.
                isBound = true;
                enabled(listener);
            }
            case BIND -> isBound = true;
            case UNBIND -> isBound = false;
            case DISABLE, SETUP, SUSPEND, RESUME -> {}
        }
    }

    private void enabled(BusListener listener) {
        if (endpoints != null) {
            endpoints.enabled();
        }
        settings.ifPresent(each -> each.tell((number, setting) -> selected(number, setting, listener)));
    }

    private void selected(int bInterfaceNumber, int bAlternateSetting, BusListener listener) {
        if (endpoints != null) {
            endpoints.select(bInterfaceNumber, bAlternateSetting);
        }
        listener.alternateSetting(bInterfaceNumber, bAlternateSetting);
    }

    @Override
    protected void startTransfers(BusListener listener) {
        if (endpoints != null) {
            endpoints.startTransfers(listener);
        }
    }

    @Override
    protected void holdTransfers() {
        if (endpoints != null) {
            endpoints.holdTransfers();
        }
    }

    @Override
    protected void tellCompletions(BusListener listener) {
        if (endpoints != null) {
            endpoints.tellCompletions(listener);
        }
    }

    /** A read would answer the request. Every event ends it ({@code __ffs_event_add}). */
    @Override
    protected boolean isAlwaysReadableWhileHeld() {
        return true;
    }

    @Override
    protected void controllerGone(BusListener listener) {
        if (endpoints != null) {
            endpoints.awaitDropped(listener);
        }
        super.controllerGone(listener);
    }

    /** Closes all files; the kernel then unbinds the gadget if it is still bound. */
    @Override
    public void close() {
        if (endpoints != null) {
            endpoints.closeTransfers();
        }
        settings.ifPresent(ChosenSettings::close);
        resets.ifPresent(ResetWatch::close);
        super.close();
        if (endpoints != null) {
            endpoints.close();
        }
    }
}
