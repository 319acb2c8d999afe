package usbd4j.dfu;

import java.util.Optional;
import usbd4j.stack.Direction;
import usbd4j.stack.Recipient;
import usbd4j.stack.RequestType;
import usbd4j.stack.SetupPacket;

/** The class requests of DFU (DFU 1.1, table 3.2), with the DFU interface as recipient. */
public enum DfuRequest {
    /** Asks the device to leave run-time for DFU mode; wValue is wTimeout, in milliseconds. */
    DETACH(0, Direction.OUT),
    /** Sends a block of firmware to the device; wValue is wBlockNum. */
    DNLOAD(1, Direction.OUT),
    /** Reads a block of firmware from the device; wValue is wBlockNum. */
    UPLOAD(2, Direction.IN),
    /** Reads status, poll time-out and state. */
    GETSTATUS(3, Direction.IN),
    /** Clears the error in dfuERROR. */
    CLRSTATUS(4, Direction.OUT),
    /** Reads the state. */
    GETSTATE(5, Direction.IN),
    /** Ends a transfer, and leads to dfuIDLE. */
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

    /** {@return the direction of the data stage; OUT if it has none} */
    public Direction direction() {
        return direction;
    }

    /**
     * {@return the request of a setup packet, or empty if it is not a DFU request}
     *
     * <p>Type, recipient and direction must match as well as bRequest: the standard GET_STATUS is 0 too.
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
     * @param wValue wTimeout, wBlockNum, or 0
     * @param wLength length of the data stage, in bytes
     */
    public SetupPacket setup(int wInterface, int wValue, int wLength) {
        return SetupPacket.of(direction, RequestType.CLASS, Recipient.INTERFACE, code, wValue, wInterface, wLength);
    }

    /**
     * {@return a setup packet as text such as "DETACH (wTimeout 1000)", or empty if it is not a DFU request} wValue and wLength are
     * told where they say something, or are not as the specification wants them.
     *
     * @param setup the setup packet
     */
    public static Optional<String> describe(SetupPacket setup) {
        return of(setup).map(request -> request + request.fields(setup.wValue(), setup.wLength()));
    }

    private String fields(int wValue, int wLength) {
        return switch (this) {
            case DETACH -> " (wTimeout " + wValue + (wLength == 0 ? ")" : ", wLength " + wLength + ")");
            case DNLOAD, UPLOAD -> " (wBlockNum " + wValue + ", wLength " + wLength + ")";
            case GETSTATUS -> unusual(wValue, wLength, StatusResponse.LENGTH);
            case GETSTATE -> unusual(wValue, wLength, 1);
            case CLRSTATUS, ABORT -> unusual(wValue, wLength, 0);
        };
    }

    private static String unusual(int wValue, int wLength, int usualLength) {
        return wValue == 0 && wLength == usualLength ? "" : " (wValue " + wValue + ", wLength " + wLength + ")";
    }
}
