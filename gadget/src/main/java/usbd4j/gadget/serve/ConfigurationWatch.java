package usbd4j.gadget.serve;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import usbd4j.stack.BusEvent;
import usbd4j.stack.UsbClass;
import usbd4j.stack.descriptor.UsbInterface;
import usbd4j.stack.linux.KernelLog;
import usbd4j.stack.linux.LinuxException;
import usbd4j.stack.linux.LinuxFiles;

/**
 * Warns once if a host has connected and does not configure the device. A function of the kernel can make SET_CONFIGURATION
 * fail, and the FunctionFS beside it is told nothing. It has no interface; it is a class for the deadlines.
 */
final class ConfigurationWatch implements UsbClass, AutoCloseable {
    private static final Logger LOG = System.getLogger(ConfigurationWatch.class.getName());

    /**
     * The controller's states after a reset by a host (USB 2.0, section 9.1). "powered" may be a charger. "configured" is no
     * proof: the kernel sets it before it asks the functions, and leaves it when one of them refuses.
     */
    private static final Set<String> HOST_IS_THERE = Set.of("default", "addressed", "configured");

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_MESSAGES = 5;

    /** What a driver logs begins with the driver and its device: "configfs-gadget.usbd4j gadget.0: ...". */
    private static final Pattern FROM_USB =
            Pattern.compile("^(?!\\s)[^:]*(usb|udc|gadget|dwc|musb)", Pattern.CASE_INSENSITIVE);

    private final Optional<Path> state;
    private final Consumer<String> warn;
    private Optional<KernelLog> log = Optional.empty();
    private Optional<Instant> nextLook = Optional.empty();
    private @Nullable Instant hostSince;

    /**
     * Prepares to watch.
     *
     * @param controller the controller's directory in sysfs; empty if there is none, and nothing to watch
     */
    ConfigurationWatch(Optional<Path> controller) {
        this(controller, sentence -> LOG.log(Level.WARNING, sentence));
    }

    ConfigurationWatch(Optional<Path> controller, Consumer<String> warn) {
        this.state = controller.map(each -> each.resolve("state"));
        this.warn = warn;
    }

    /** Called before the device is put on the bus. */
    void start() {
        log = KernelLog.fromNow();
        hostSince = null;
        nextLook = state.map(each -> Instant.EPOCH);
    }

    @Override
    public List<UsbInterface> interfaces() {
        return List.of();
    }

    @Override
    public void event(BusEvent event, Instant now) {
        if (event == BusEvent.CONFIGURED) {
            close();
        }
    }

    @Override
    public Optional<Instant> deadline() {
        return nextLook;
    }

    @Override
    public void deadlineReached(Instant now) {
        nextLook = Optional.of(now.plus(BETWEEN_LOOKS));
        if (!isHostThere()) {
            hostSince = null;
        } else if (hostSince == null) {
            hostSince = now;
        } else if (!now.isBefore(hostSince.plus(PATIENCE))) {
            warn.accept(sentence(log.map(KernelLog::read).orElse(List.of())));
            close();
        }
    }

    private boolean isHostThere() {
        try {
            return HOST_IS_THERE.contains(LinuxFiles.read(state.orElseThrow()));
        } catch (LinuxException e) {
            // The controller is gone. Who serves the device says so.
            LOG.log(Level.DEBUG, e.getMessage());
            return false;
        }
    }

    /** {@return the warning, with the last of what the kernel's USB drivers have logged} */
    static String sentence(List<String> messages) {
        List<String> fromUsb =
                messages.stream().filter(each -> FROM_USB.matcher(each).find()).toList();
        List<String> last = fromUsb.subList(Math.max(0, fromUsb.size() - MOST_MESSAGES), fromUsb.size());
        String log = last.isEmpty()
                ? "the kernel's log (dmesg) and the host's may say why"
                : "the kernel logged:%n  %s".formatted(String.join("%n  ".formatted(), last));
        return "a host has connected and chosen no configuration for %d seconds; if the device has functions of the kernel, check their attributes, or leave them out; %s"
                .formatted(PATIENCE.toSeconds(), log);
    }

    /** Stops watching, until the next {@link #start}. Does nothing the second time. */
    @Override
    public void close() {
        nextLook = Optional.empty();
        log.ifPresent(KernelLog::close);
        log = Optional.empty();
    }
}
