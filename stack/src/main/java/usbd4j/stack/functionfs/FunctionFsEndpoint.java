package usbd4j.stack.functionfs;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import usbd4j.stack.Transfer;
import usbd4j.stack.descriptor.EndpointDescriptor;
import usbd4j.stack.linux.AsyncOperation;
import usbd4j.stack.udc.EndpointFile;

/** A file such as {@code ep1}: an endpoint of FunctionFS, which the kernel enables and disables. */
final class FunctionFsEndpoint extends EndpointFile {
    /** FUNCTIONFS_ENDPOINT_DESC of linux/usb/functionfs.h: _IOR('g', 130, struct usb_endpoint_descriptor). */
    private static final int ENDPOINT_DESC = 0x80096782;

    /** struct usb_endpoint_descriptor has two more bytes than the descriptor, for audio. */
    private static final int DESCRIPTOR_LENGTH = 9;

    private final SettingInUse setting;
    private final Transfers transfers;
    private final Queue<AsyncTransfer> waiting = new ArrayDeque<>();
    private boolean isEnabled;

    /**
     * Opens the file.
     *
     * @param path the file
     * @param declared the high-speed descriptor that the class declared
     * @param setting the alternate setting that it belongs to
     * @param transfers the asynchronous I/O of its transfers
     */
    FunctionFsEndpoint(Path path, EndpointDescriptor declared, SettingInUse setting, Transfers transfers) {
        super(path, declared);
        this.setting = setting;
        this.transfers = transfers;
        openWithoutWaiting();
    }

    @Override
    public EndpointDescriptor descriptor() {
        return assigned().orElseGet(this::declared);
    }

    /** {@return the descriptor that the host sees, or empty while no host has configured the device} */
    Optional<EndpointDescriptor> assigned() {
        ByteBuffer assigned = ByteBuffer.allocateDirect(DESCRIPTOR_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        return file().control(ENDPOINT_DESC, assigned) < 0
                ? Optional.empty()
                : Optional.of(EndpointDescriptor.read(assigned));
    }

    @Override
    public Transfer transfer(int capacity, Consumer<Transfer> done) {
        return new AsyncTransfer(this, capacity, done);
    }

    @Override
    protected void startTransfers() {
        transfers.asyncIo().flush();
    }

    @Override
    protected boolean isDisabled() {
        return assigned().isEmpty();
    }

    int declaredAddress() {
        return declared().bEndpointAddress();
    }

    AsyncOperation operation(ByteBuffer buffer, Consumer<AsyncOperation> over) {
        return transfers.asyncIo().operation(file(), declared().isIn(), buffer, over);
    }

    void submit(AsyncOperation operation, int offset, int length) {
        transfers.asyncIo().submit(operation, offset, length);
    }

    void ended(AsyncTransfer transfer) {
        transfers.ended(transfer);
    }

    boolean isInUse() {
        return isEnabled && setting.isInUse();
    }

    void select(int bInterfaceNumber, int bAlternateSetting) {
        setting.select(bInterfaceNumber, bAlternateSetting);
    }

    void unselect() {
        setting.unselect();
    }

    /** Submits the transfers that were kept, and those to come. */
    void enable() {
        isEnabled = true;
        submitWaiting();
    }

    /**
     * Keeps the transfers to come, and drops those that the kernel has refused since it disabled the endpoint: they were for the
     * host before.
     */
    void disable() {
        for (int left = isInUse() ? waiting.size() : 0; left > 0; left--) {
            waiting.remove().drop();
        }
        isEnabled = false;
    }

    /** Keeps a transfer until a host configures the device and selects the endpoint's alternate setting. */
    void keep(AsyncTransfer transfer) {
        waiting.add(transfer);
    }

    /** Submits the transfers that were kept. */
    void submitWaiting() {
        for (int left = waiting.size(); left > 0; left--) {
            waiting.remove().start();
        }
    }
}
