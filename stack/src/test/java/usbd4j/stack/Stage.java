package usbd4j.stack;

import usbd4j.stack.Probe.Request;

/** The kinds of control transfer. */
enum Stage {
    DATA_IN(Direction.IN, 64, Request.SEND),
    DATA_OUT(Direction.OUT, 64, Request.RECEIVE),
    NO_DATA(Direction.OUT, 0, Request.ACKNOWLEDGE);

    private final Direction direction;
    private final int wLength;
    private final Request answered;

    Stage(Direction direction, int wLength, Request answered) {
        this.direction = direction;
        this.wLength = wLength;
        this.answered = answered;
    }

    /** Sends a request of this kind. */
    void send(UsbBusContract.Rig rig, Request request) {
        if (direction == Direction.IN) {
            rig.controlIn(setup(request));
        } else {
            rig.controlOut(setup(request), data());
        }
    }

    /** Sends a request of this kind that the device answers, from a host that may not wait for it. */
    void giveUp(UsbBusContract.Rig rig, int patienceMillis) {
        rig.giveUp(patienceMillis, setup(answered), data());
    }

    /** Sends a request of this kind that the device answers later, from a host that does not wait for it. */
    void giveUpLater(UsbBusContract.Rig rig, int patienceMillis, int wValue) {
        rig.giveUp(patienceMillis, Probe.request(direction, Request.LATER, wValue, wLength), data());
    }

    private SetupPacket setup(Request request) {
        return Probe.request(direction, request, 0, wLength);
    }

    private byte[] data() {
        return direction == Direction.OUT ? Probe.pattern(wLength) : new byte[0];
    }
}
