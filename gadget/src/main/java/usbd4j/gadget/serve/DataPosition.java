package usbd4j.gadget.serve;

import java.nio.ByteBuffer;
import usbd4j.dfu.DfuRequest;
import usbd4j.dfu.DfuState;
import usbd4j.gadget.trace.Attached;
import usbd4j.gadget.trace.ControlTransfer;
import usbd4j.gadget.trace.Ending;
import usbd4j.gadget.trace.ToldState;
import usbd4j.gadget.trace.TraceEvent;
import usbd4j.gadget.trace.TraceListener;
import usbd4j.stack.SetupPacket;

/** Where in the firmware, or with DfuSe in memory, the host reads or writes next. */
final class DataPosition implements TraceListener {
    /** The first block of DfuSe that is no command (UM0424, 10.1). */
    private static final int FIRST_BLOCK = 2;

    private static final byte SET_ADDRESS_POINTER = 0x21;
    private static final int POINTER_LENGTH = 5;

    private final boolean isAddressed;
    private final int wTransferSize;
    private final ToldState told;
    private long pointer;

    /**
     * At the beginning.
     *
     * @param isAddressed whether the device speaks DfuSe
     * @param wTransferSize of the functional descriptor
     * @param told the state that the host was told last; it hears of each event before this does
     */
    DataPosition(boolean isAddressed, int wTransferSize, ToldState told) {
        this.isAddressed = isAddressed;
        this.wTransferSize = wTransferSize;
        this.told = told;
    }

    /** {@return whether a DNLOAD or UPLOAD transfers the byte at a place} */
    boolean isIn(SetupPacket setup, long place) {
        if (isAddressed && setup.wValue() < FIRST_BLOCK) {
            return false;
        }
        long first = isAddressed ? pointer + (long) (setup.wValue() - FIRST_BLOCK) * wTransferSize : pointer;
        return place >= first && place < first + setup.wLength();
    }

    @Override
    public void happened(TraceEvent event) {
        if (event instanceof Attached) {
            pointer = 0;
        }
        if (event instanceof ControlTransfer transfer && transfer.ending() == Ending.DONE) {
            DfuRequest.of(transfer.setup()).ifPresent(request -> done(request, transfer));
        }
    }

    private void done(DfuRequest request, ControlTransfer transfer) {
        ByteBuffer data = transfer.data();
        if (isAddressed) {
            boolean isPointer = request == DfuRequest.DNLOAD
                    && transfer.setup().wValue() == 0
                    && data.remaining() == POINTER_LENGTH
                    && data.get(data.position()) == SET_ADDRESS_POINTER;
            pointer = isPointer ? Integer.toUnsignedLong(little(data)) : pointer;
            return;
        }
        pointer = switch (request) {
            case DNLOAD, UPLOAD -> transfer.setup().wLength() > data.remaining() ? 0 : pointer + data.remaining();
            case ABORT, CLRSTATUS, DETACH -> 0;
            case GETSTATUS, GETSTATE ->
                told.state().filter(DfuState.DFU_IDLE::equals).isPresent() ? 0 : pointer;
        };
    }

    private static int little(ByteBuffer data) {
        return Integer.reverseBytes(data.getInt(data.position() + 1));
    }

    @Override
    public boolean wantsEndpoints() {
        return false;
    }
}
