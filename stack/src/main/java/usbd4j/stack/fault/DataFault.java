package usbd4j.stack.fault;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import usbd4j.stack.UsbBus;

/** The data that the device gets are others than the host sent. */
public final class DataFault extends FaultyBus {
    private final DataChange change;

    /**
     * Wraps a bus.
     *
     * @param delegate the bus
     * @param trigger of which requests
     * @param text for the log
     * @param change what becomes of the data
     */
    public DataFault(UsbBus delegate, Trigger trigger, String text, DataChange change) {
        super(delegate, trigger, text);
        this.change = change;
    }

    @Override
    public Optional<ByteBuffer> receiveData(int wLength) {
        Optional<ByteBuffer> data = super.receiveData(wLength);
        return isStruck() ? data.map(each -> change.apply(each).order(ByteOrder.LITTLE_ENDIAN)) : data;
    }
}
