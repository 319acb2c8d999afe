package usbd4j.dfu.runtime;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import usbd4j.dfu.DfuFunctionalDescriptor;
import usbd4j.dfu.DfuInterface;
import usbd4j.stack.BusEvent;
import usbd4j.stack.Recipient;
import usbd4j.stack.Reply;
import usbd4j.stack.RequestType;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.UsbClass;
import usbd4j.stack.descriptor.UsbInterface;
import usbd4j.stack.descriptor.UsbString;

/**
 * The DFU run-time class (DFU 1.1, chapters 4.1 and 5): one interface without endpoints, on which the host asks the device to enter
 * DFU mode.
 *
 * <p>After DETACH the device is in appDETACH for the time that {@link DetachPolicy} decides. If the host resets the bus in that time,
 * it enters DFU mode. If bitWillDetach is set, it enters DFU mode at the end of that time without a reset.
 */
public final class DfuRuntime implements UsbClass {
    private static final Logger LOG = System.getLogger(DfuRuntime.class.getName());

    private final DfuInterface shown;
    private final Optional<UsbString> name;
    private final DfuFunctionalDescriptor functional;
    private final DetachRules rules;
    private final Runnable detach;
    private RuntimeState state = new AppIdle();

    /**
     * A DFU run-time interface.
     *
     * @param shown what the host is told of the interface, {@link DfuInterface#RUN_TIME} by the specification
     * @param name iInterface
     * @param functional the functional descriptor
     * @param policy decides about a DETACH
     * @param detach called when the device must leave the bus and enter DFU mode, after the status stage of the DETACH; the class
     *     is in appIDLE again
     */
    public DfuRuntime(
            DfuInterface shown,
            Optional<UsbString> name,
            DfuFunctionalDescriptor functional,
            DetachPolicy policy,
            Runnable detach) {
        this.shown = shown;
        this.name = name;
        this.functional = functional;
        this.rules = new DetachRules(functional.wDetachTimeOut(), policy);
        this.detach = detach;
    }

    @Override
    public List<UsbInterface> interfaces() {
        return List.of(shown.declared(functional, List.of(name)));
    }

    @Override
    public Optional<Reply> control(SetupPacket setup, Instant now) {
        if (!setup.is(RequestType.CLASS, Recipient.INTERFACE)) {
            return Optional.empty();
        }
        return Optional.of(state.request(setup, rules, this::enter));
    }

    private void enter(RuntimeState next) {
        state = next;
        LOG.log(Level.INFO, next.describe(functional.attributes().bitWillDetach()));
    }

    @Override
    public void event(BusEvent event, Instant now) {
        if (event == BusEvent.RESET && state instanceof AppDetach) {
            detach("bus reset in appDETACH");
        }
    }

    @Override
    public Optional<Instant> deadline() {
        return state.until();
    }

    @Override
    public void deadlineReached(Instant now) {
        if (functional.attributes().bitWillDetach()) {
            detach("bitWillDetach");
        } else {
            state = new AppIdle();
            LOG.log(Level.INFO, "no bus reset in time: back to appIDLE");
        }
    }

    private void detach(String why) {
        LOG.log(Level.INFO, "{0}: leaving run-time for DFU mode", why);
        state = new AppIdle();
        detach.run();
    }
}
