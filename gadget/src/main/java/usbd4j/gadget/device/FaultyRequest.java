package usbd4j.gadget.device;

import java.util.Optional;
import usbd4j.dfu.DfuRequest;
import usbd4j.stack.Direction;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.StandardRequest;
import usbd4j.stack.fault.Occasion;

/** A request that a fault may strike. */
public enum FaultyRequest implements FaultOccasion {
    /** DFU's. */
    DETACH(DfuRequest.DETACH),
    /** DFU's. */
    DNLOAD(DfuRequest.DNLOAD),
    /** DFU's. */
    UPLOAD(DfuRequest.UPLOAD),
    /** DFU's. */
    GETSTATUS(DfuRequest.GETSTATUS),
    /** DFU's. */
    CLRSTATUS(DfuRequest.CLRSTATUS),
    /** DFU's. */
    GETSTATE(DfuRequest.GETSTATE),
    /** DFU's. */
    ABORT(DfuRequest.ABORT),
    /** A standard request. */
    GET_DESCRIPTOR(StandardRequest.GET_DESCRIPTOR),
    /** A standard request. */
    SET_CONFIGURATION(StandardRequest.SET_CONFIGURATION),
    /** A standard request. */
    SET_INTERFACE(StandardRequest.SET_INTERFACE);

    private final Optional<DfuRequest> dfu;
    private final Optional<StandardRequest> standard;

    FaultyRequest(DfuRequest request) {
        dfu = Optional.of(request);
        standard = Optional.empty();
    }

    FaultyRequest(StandardRequest request) {
        dfu = Optional.empty();
        standard = Optional.of(request);
    }

    /**
     * {@return the request of a name}
     *
     * @param name such as {@code DNLOAD}
     * @throws IllegalArgumentException if there is none
     */
    public static FaultyRequest of(String name) {
        if (FaultOccasion.of(name) instanceof FaultyRequest request) {
            return request;
        }
        throw new IllegalArgumentException("\"%s\" is an event, and no request".formatted(name));
    }

    @Override
    public boolean is(Occasion occasion) {
        return occasion instanceof Occasion.Request request && is(request.setup());
    }

    /** {@return whether a setup packet is of this request} */
    public boolean is(SetupPacket setup) {
        return dfu.isPresent()
                ? DfuRequest.of(setup).equals(dfu)
                : StandardRequest.of(setup).equals(standard);
    }

    /** {@return whether FunctionFS and GadgetFS leave it to the kernel} */
    public boolean isStandard() {
        return standard.isPresent();
    }

    boolean hasData() {
        return this == DNLOAD || isIn();
    }

    /** {@return whether its data go to the host} */
    public boolean isIn() {
        return dfu.map(DfuRequest::direction)
                .or(() -> standard.map(StandardRequest::direction))
                .filter(Direction.IN::equals)
                .isPresent();
    }
}
