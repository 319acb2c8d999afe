package usbd4j.stack.udc;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import usbd4j.stack.BusEvent;
import usbd4j.stack.BusListener;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.descriptor.Speed;
import usbd4j.stack.linux.LinuxFiles;
import usbd4j.stack.linux.Poll;
import usbd4j.stack.linux.WakeUp;

/**
 * The event loop that FunctionFS and GadgetFS share: one poll for all event sources, the protocol of {@code ep0}, and the
 * controller's state, which is needed to interpret the events.
 */
@SuppressWarnings("exports") // For the two buses beside this package, which know the system calls as well.
public abstract class ControllerBus extends AnsweringBus {
    /** How often to check that the controller still exists while nothing is bound to it: no event would report its removal. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Path controller;
    private final ControllerWatch watch;
    private final WakeUp wakeUp = new WakeUp();
    private final Poll poll;
    private long waitBegan = System.nanoTime();
    private boolean isStopTold;

    /** Creates a bus that is not open yet.
     *
     * @param controller the USB device controller's directory in sysfs, such as {@code /sys/class/udc/fe980000.usb}
     */
    protected ControllerBus(Path controller) {
        this.controller = controller;
        this.watch = new ControllerWatch(controller);
        this.poll = new Poll(wakeUp, watch.changes());
    }

    /** Starts to read events from a file.
     *
     * @param file the file for control transfers
     */
    protected final void use(ControlFile file) {
        // First, so that close() closes it if the controller is gone.
        answerOn(file);
        watch.look();
        poll.watch(file.descriptor());
    }

    /** Closes the file for control transfers; the kernel disconnects the device. */
    protected final void leave() {
        poll.watchNoFile();
        closeControlFile();
    }

    /** Starts to watch for completed transfers.
     *
     * @param completions signalled whenever a transfer has completed
     */
    protected final void use(WakeUp completions) {
        poll.watch(completions);
    }

    /**
     * Called before each wait, to start the transfers submitted since the last one.
     *
     * @param listener told of the transfers that could not be started
     */
    protected void startTransfers(BusListener listener) {}

    /**
     * Called when transfers have completed and an event is waiting, which may tell that the host is gone: no transfer is to be
     * started before that is known.
     */
    protected void holdTransfers() {}

    /** Called when transfers have completed.
     *
     * @param listener told of each */
    protected abstract void tellCompletions(BusListener listener);

    /** {@return whether the device is bound to its controller, so that the kernel would report the controller's removal} */
    protected abstract boolean isBound();

    /** Called for each event that the kernel reports.
     *
     * @param data the event's eight data bytes, a setup packet if the event is SETUP
     * @param type the event's number
     * @param listener told what the event means
     */
    protected abstract void event(ByteBuffer data, int type, BusListener listener);

    @Override
    public final void await(Optional<Duration> timeout, BusListener listener) {
        try {
            awaitEvents(timeout, listener);
        } catch (ControllerGoneException e) {
            controllerGone(listener);
            throw e;
        }
    }

    /**
     * Called when the controller is gone, so that the kernel reports nothing more: reports that the host is, too.
     *
     * @param listener told of it
     */
    protected void controllerGone(BusListener listener) {
        happened(watch.gone(), listener);
    }

    private void awaitEvents(Optional<Duration> timeout, BusListener listener) {
        if (isStopTold) {
            isStopTold = false;
            ep0().answering().stopped();
        }
        do {
            startTransfers(listener);
            waitBegan = System.nanoTime();
            poll.await(longestWait(timeout));
            // Before the events: transfers that were refused for want of a host must be queued when ENABLE arrives.
            if (poll.isCompleted()) {
                if (poll.isReadable()) {
                    holdTransfers();
                }
                tellCompletions(listener);
            }
            if (poll.isHungUp()) {
                release();
                replaced();
                listener.givenUp();
            } else if (poll.isReadable()) {
                readEvents(listener);
            } else if (poll.isAttributeChanged()) {
                happened(watch.stateChanged(), listener);
            } else if (watch.isDoubtOver()) {
                happened(watch.doubtIsOver(), listener);
            } else if (!isBound()) {
                watch.look();
            }
            if (poll.isWokenUp()) {
                wakeUp.clear();
                // An answer that is given before the next wait is still aborted if the host does not take it.
                isStopTold = ep0().answering().isStopping();
                return;
            }
            // Deadlines of the classes wait until the doubt is resolved: a reset may have come in time.
        } while (watch.isInDoubt());
    }

    @Override
    final void watchEvents() {
        poll.watch(ep0().descriptor());
    }

    @Override
    final void watchForNews() {
        poll.watchForNews(ep0().descriptor());
    }

    private void readEvents(BusListener listener) {
        if (isHeld() && isAlwaysReadableWhileHeld()) {
            listener.givenUp();
            // The first read reports the same, and no event.
            ep0().readEvents();
        }
        // Events can be read only if no request is pending any more.
        release();
        ByteBuffer events = ep0().readEvents();
        while (events.hasRemaining()) {
            int start = events.position();
            int type = Byte.toUnsignedInt(events.get(start + SetupPacket.LENGTH));
            event(events, type, listener);
            events.position(start + ControlFile.EVENT_LENGTH);
        }
    }

    /** {@return what tells the meaning of the events} */
    protected final ControllerWatch watch() {
        return watch;
    }

    /** Reports events.
     *
     * @param events the events, in order
     * @param listener told of each */
    protected void happened(List<BusEvent> events, BusListener listener) {
        for (BusEvent each : events) {
            listener.event(each);
        }
    }

    /** Like {@link #await}, this runs in every turn of the loop and must not allocate, not even a lambda. */
    private Optional<Duration> longestWait(Optional<Duration> timeout) {
        Optional<Duration> left = watch.left();
        if (left.isPresent()) {
            return left;
        }
        return isBound() ? timeout : Optional.of(atMost(BETWEEN_LOOKS, timeout));
    }

    private static Duration atMost(Duration most, Optional<Duration> timeout) {
        return timeout.isPresent() && timeout.get().compareTo(most) < 0 ? timeout.get() : most;
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
    }

    /** {@return how old the event being handled is at most: the kernel does not say when it happened} */
    protected final Duration ageOfEvent() {
        return Duration.ofNanos(System.nanoTime() - waitBegan);
    }

    /** {@return the controller's directory in sysfs} */
    protected final Path controller() {
        return controller;
    }

    /** Closes all files; the kernel then disconnects the device. */
    @Override
    public void close() {
        closeControlFile();
        watch.close();
        wakeUp.close();
        poll.close();
    }
}
