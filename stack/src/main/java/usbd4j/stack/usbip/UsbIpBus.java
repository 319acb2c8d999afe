package usbd4j.stack.usbip;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import usbd4j.stack.descriptor.Descriptors;
import usbd4j.stack.descriptor.InterfaceDescriptor;
import usbd4j.stack.descriptor.Speed;

/**
 * The bus of another machine, or of this one: a device that clients of USB/IP import over TCP.
 *
 * <p>Of the host it knows as much as {@link VhciBus} does, and has what that has.
 */
public final class UsbIpBus extends UrbBus {
    private final Imports imports;
    private @Nullable ExportedDevice device;
    private List<InterfaceDescriptor> interfaces = List.of();

    /**
     * Creates a bus to which clients can connect after {@link #attach}.
     *
     * @param server where they ask
     * @param port a number of its own for each device of the server, from 1
     * @param speed the speed at which a host shall see the device
     */
    public UsbIpBus(UsbIpServer server, int port, Speed speed) {
        super(speed);
        this.imports = server.exports().at(port);
    }

    @Override
    public void open(Descriptors descriptors) {
        super.open(descriptors);
        device = ExportedDevice.of(descriptors, speed(), imports.port(), imports.busId());
        interfaces = descriptors.configuration().interfaces().stream()
                .map(each -> each.settings().get(0).descriptor())
                .toList();
    }

    /** {@return the name by which clients import the device} */
    public String busId() {
        return imports.busId();
    }

    ExportedDevice device() {
        return requireNonNull(device, "the bus is not open");
    }

    /** {@return the interfaces of the first configuration, each in its first setting} */
    List<InterfaceDescriptor> interfaces() {
        return interfaces;
    }

    /** Lets a client import the device. May be called on any thread, once the bus is open. */
    public void attach() {
        imports.export(this);
    }

    /** Takes the device from its client, and lets none import it until {@link #attach}. Called on the device thread. */
    public void detach() {
        imports.withdraw(this);
        disconnect();
    }

    @Override
    protected void disconnected() {
        imports.release(this);
    }

    @Override
    public void close() {
        imports.withdraw(this);
        super.close();
    }
}
