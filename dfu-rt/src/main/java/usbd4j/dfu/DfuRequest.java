package usbd4j.dfu;

import java.util.Optional;
import usbd4j.stack.Direction;
import usbd4j.stack.Recipient;
import usbd4j.stack.RequestType;
import usbd4j.stack.SetupPacket;

/** The requests of the DFU class (DFU 1.1, table 3.2). All are of type class and go to the DFU interface. */
public enum DfuRequest {
    /** Leave run-time for DFU mode; wValue is wTimeout, in milliseconds. */
    DETACH(0, Direction.OUT),
    /** Takes a block of firmware; wValue is wBlockNum. */
    DNLOAD(1, Direction.OUT),
    /** Gives a block of firmware; wValue is wBlockNum. */
    UPLOAD(2, Direction.IN),
    /** Tells status, poll time-out and state. */
    GETSTATUS(3, Direction.IN),
    /** Leaves dfuERROR. */
    CLRSTATUS(4, Direction.OUT),
    /** Tells the state. */
    GETSTATE(5, Direction.IN),
    /** Goes back to dfuIDLE. */
    ABORT(6, Direction.OUT);

    private final int code;
    private final Direction direction;

    DfuRequest(int code, Direction direction) {
        this.code = code;
        this.direction = direction;
    }

    /** {@return the value of bRequest} */
    public int code() {
        return code;
    }

    /**
     * {@return the request that a setup packet carries, or empty if it is none of DFU's}
     *
     * <p>Type, recipient and direction count as well as bRequest: the standard GET_STATUS is 0 too.
     *
     * @param setup the setup packet
     */
    public static Optional<DfuRequest> of(SetupPacket setup) {
        if (!setup.is(RequestType.CLASS, Recipient.INTERFACE)) {
            return Optional.empty();
        }
        for (DfuRequest request : values()) {
            if (request.code == setup.bRequest() && request.direction == setup.direction()) {
                return Optional.of(request);
            }
        }
        return Optional.empty();
    }

    /**
     * {@return the setup packet of this request}
     *
     * @param wInterface the number of the DFU interface
     * @param wValue as the request wants it
     * @param wLength length of the data stage, in bytes
     */
    public SetupPacket setup(int wInterface, int wValue, int wLength) {
        return SetupPacket.of(direction, RequestType.CLASS, Recipient.INTERFACE, code, wValue, wInterface, wLength);
    }

    /**
     * {@return a setup packet in the words of DFU, such as "DETACH (wTimeout 1000)", or empty if it is none of DFU's}
     *
     * @param setup the setup packet
     */
    public static Optional<String> describe(SetupPacket setup) {
        return of(setup).map(request -> switch (request) {
            case DETACH -> "DETACH (wTimeout %d)".formatted(setup.wValue());
            case DNLOAD, UPLOAD -> "%s (wBlockNum %d, wLength %d)".formatted(request, setup.wValue(), setup.wLength());
            case GETSTATUS, CLRSTATUS, GETSTATE, ABORT -> request.name();
        });
    }
}
