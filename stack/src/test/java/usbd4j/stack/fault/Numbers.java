package usbd4j.stack.fault;

import java.util.ArrayList;
import java.util.List;
import usbd4j.stack.Endpoint;
import usbd4j.stack.Outcome;
import usbd4j.stack.Transfer;
import usbd4j.stack.UsbClass;
import usbd4j.stack.descriptor.UsbEndpoint;
import usbd4j.stack.descriptor.UsbInterface;

/** Sends 1 1 1 1, then 2 2 2 2, and so on, on two IN endpoints, several at a time; and keeps what it is sent. */
final class Numbers implements UsbClass {
    static final int IN = 0x81;
    static final int OTHER_IN = 0x82;
    static final int OUT = 0x03;

    private static final int LENGTH = 4;
    private static final int AT_A_TIME = 3;

    private final List<byte[]> received = new ArrayList<>();
    private int dropped;

    @Override
    public List<UsbInterface> interfaces() {
        return List.of(UsbInterface.of(0xFF, 0, 0)
                .with(UsbEndpoint.bulkIn(), UsbEndpoint.interruptIn(8, 1), UsbEndpoint.bulkOut()));
    }

    @Override
    public void endpoints(List<Endpoint> endpoints) {
        new Sequence().begin(endpoints.get(0));
        new Sequence().begin(endpoints.get(1));
        for (int i = 0; i < AT_A_TIME; i++) {
            endpoints.get(2).transfer(512, this::keep).submit();
        }
    }

    private void keep(Transfer transfer) {
        if (transfer.outcome() == Outcome.DONE) {
            byte[] copy = new byte[transfer.buffer().remaining()];
            transfer.buffer().get(copy);
            received.add(copy);
        } else {
            dropped++;
        }
        transfer.submit();
    }

    List<byte[]> received() {
        return received;
    }

    /** {@return how many transfers of OUT were dropped} */
    int dropped() {
        return dropped;
    }

    private static final class Sequence {
        private byte next;

        void begin(Endpoint endpoint) {
            for (int i = 0; i < AT_A_TIME; i++) {
                send(endpoint.transfer(LENGTH, this::send));
            }
        }

        private void send(Transfer transfer) {
            next++;
            transfer.buffer().rewind();
            for (int i = 0; i < LENGTH; i++) {
                transfer.buffer().put(i, next);
            }
            transfer.submit();
        }
    }
}
