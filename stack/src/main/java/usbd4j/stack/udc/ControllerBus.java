package usbd4j.stack.udc;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import usbd4j.stack.BusEvent;
import usbd4j.stack.BusListener;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.UsbBus;
import usbd4j.stack.descriptor.Speed;
import usbd4j.stack.linux.LinuxFiles;
import usbd4j.stack.linux.Poll;
import usbd4j.stack.linux.WakeUp;

/**
 * What the kernel's two interfaces for devices have in common: one poll for everything, the rules of {@code ep0}, and the
 * controller's state, which tells what an event meant.
 */
@SuppressWarnings("exports") // For the two buses beside this package, which know the system calls as well.
public abstract class ControllerBus implements UsbBus {
    /** How often to look whether the controller is still there while nothing is bound to it, and so no event would come. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Path controller;
    private final StateAttribute state;
    private final WakeUp wakeUp = new WakeUp();
    private final Poll poll;
    private final BusHistory history = new BusHistory();
    private volatile @Nullable ControlFile ep0;
    private long doubtSince;

    /**
     * A bus that is not open.
     *
     * @param controller the USB device controller's directory in sysfs, such as {@code /sys/class/udc/fe980000.usb}
     */
    protected ControllerBus(Path controller) {
        this.controller = controller;
        this.state = new StateAttribute(controller);
        this.poll = new Poll(wakeUp, state.descriptor());
    }

    /**
     * Watches a file from now on.
     *
     * @param file control transfers go through it
     */
    protected final void use(ControlFile file) {
        state.read();
        ep0 = file;
        poll.watch(file.descriptor());
    }

    /** Closes the file, and watches none: the kernel takes the device from the bus. */
    protected final void leave() {
        poll.watchNoFile();
        ep0().close();
    }

    /**
     * Watches for transfers that are over from now on.
     *
     * @param completions signalled when any is
     */
    protected final void use(WakeUp completions) {
        poll.watch(completions);
    }

    /**
     * Called before each wait: what was submitted since the last one can start now.
     *
     * @param listener whom to tell what cannot
     */
    protected void startTransfers(BusListener listener) {}

    /**
     * Called when that is signalled.
     *
     * @param listener whom to tell
     */
    protected abstract void tellCompletions(BusListener listener);

    /** {@return the file that control transfers go through} */
    protected final ControlFile ep0() {
        ControlFile open = ep0;
        if (open == null) {
            throw new IllegalStateException("the bus is not open");
        }
        return open;
    }

    /** {@return whether the kernel has bound the device to its controller, and would tell if that were gone} */
    protected abstract boolean isBound();

    /**
     * Takes an event of the kernel.
     *
     * @param data eight bytes, a setup packet or something else
     * @param type the event's number
     * @param listener told what it means
     */
    protected abstract void event(ByteBuffer data, int type, BusListener listener);

    @Override
    public final void await(Optional<Duration> timeout, BusListener listener) {
        do {
            startTransfers(listener);
            poll.await(longestWait(timeout));
            // First, so that what could not be submitted yet is known when the host configures the device.
            if (poll.isCompleted()) {
                tellCompletions(listener);
            }
            if (poll.isReadable()) {
                readEvents(listener);
            } else if (poll.isAttributeChanged()) {
                happened(history.stateChanged(state.read()), listener);
            } else if (isDoubtOver()) {
                happened(history.doubtIsOver(), listener);
            } else if (!isBound()) {
                state.read();
            }
            if (poll.isWokenUp()) {
                wakeUp.clear();
                ep0().answering().stopped();
                return;
            }
            // The classes' deadlines wait until it is clear what happened: a reset may have come in time.
        } while (history.doubt().isPresent());
    }

    private void readEvents(BusListener listener) {
        ByteBuffer events = ep0().readEvents();
        while (events.hasRemaining()) {
            int start = events.position();
            int type = Byte.toUnsignedInt(events.get(start + SetupPacket.LENGTH));
            event(events, type, listener);
            events.position(start + ControlFile.EVENT_LENGTH);
        }
    }

    /**
     * {@return what an event means, after those before it and with the controller's state}
     *
     * @param type the event
     * @param evidence what is known of a bus reset before it
     */
    protected final List<BusEvent> meaningOf(EventType type, ResetEvidence evidence) {
        Optional<Duration> doubtBefore = history.doubt();
        List<BusEvent> happened = history.event(type, state.read(), evidence);
        if (!history.doubt().equals(doubtBefore)) {
            doubtSince = System.nanoTime();
        }
        return happened;
    }

    /** {@return what may have been in doubt until now, and was a reset, since the host goes on with the device} */
    protected final List<BusEvent> hostGoesOn() {
        return history.stateChanged(ControllerState.DEFAULT);
    }

    /** Takes note that the host has taken the configuration back. */
    protected final void deconfigured() {
        history.deconfigured();
    }

    /**
     * Tells what happened.
     *
     * @param events in their order
     * @param listener whom to tell
     */
    protected void happened(List<BusEvent> events, BusListener listener) {
        events.forEach(listener::event);
    }

    /** Here and in {@link #await}, what happens in every turn allocates nothing, not even a lambda. */
    private Optional<Duration> longestWait(Optional<Duration> timeout) {
        Optional<Duration> doubt = history.doubt();
        if (doubt.isPresent()) {
            return Optional.of(leftOf(doubt.get()));
        }
        return isBound() ? timeout : Optional.of(look(timeout));
    }

    private boolean isDoubtOver() {
        Optional<Duration> doubt = history.doubt();
        return doubt.isPresent() && leftOf(doubt.get()).isZero();
    }

    private static Duration look(Optional<Duration> timeout) {
        return timeout.filter(each -> each.compareTo(BETWEEN_LOOKS) < 0).orElse(BETWEEN_LOOKS);
    }

    private Duration leftOf(Duration doubt) {
        Duration left = doubt.minusNanos(System.nanoTime() - doubtSince);
        return left.isNegative() ? Duration.ZERO : left;
    }

    @Override
    public final Speed speed() {
        return switch (LinuxFiles.read(controller.resolve("current_speed"))) {
            case "full-speed", "low-speed" -> Speed.FULL;
            case "super-speed", "super-speed-plus" -> Speed.SUPER;
            default -> Speed.HIGH;
        };
    }

    @Override
    public final void wakeUp() {
        wakeUp.signal();
        ControlFile open = ep0;
        if (open != null) {
            open.answering().stop();
        }
    }

    @Override
    public final boolean sendData(ByteBuffer data) {
        return ep0().send(data);
    }

    @Override
    public Optional<ByteBuffer> receiveData(int wLength) {
        return ep0().receive(wLength);
    }

    @Override
    public final boolean acknowledge() {
        return ep0().acknowledge();
    }

    @Override
    public void stall(String reason) {
        ep0().stall();
    }

    /** {@return the controller's directory in sysfs} */
    protected final Path controller() {
        return controller;
    }

    /** Closes all files; the kernel then takes the device from the bus. */
    @Override
    public void close() {
        ControlFile open = ep0;
        if (open != null) {
            open.answering().stopped();
            open.close();
        }
        state.close();
        wakeUp.close();
        poll.close();
    }
}
