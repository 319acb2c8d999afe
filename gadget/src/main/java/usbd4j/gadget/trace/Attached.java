package usbd4j.gadget.trace;

import java.nio.ByteBuffer;
import java.time.Instant;
import usbd4j.stack.descriptor.Descriptors;
import usbd4j.stack.descriptor.Speed;

/**
 * The device is on the bus, and a host can see it.
 *
 * @param time when
 * @param persona which of the device's personas: "run-time" or "dfu-mode"
 * @param bus the interface that it is served through, such as "functionfs"
 * @param device the device descriptor, 18 bytes
 * @param configuration the first configuration with all of its descriptors, as they are at high speed. On FunctionFS the
 *     kernel adds what it serves itself
 */
public record Attached(Instant time, String persona, String bus, ByteBuffer device, ByteBuffer configuration)
        implements TraceEvent {
    /**
     * {@return the event for a device}
     *
     * @param time when
     * @param persona which of the device's personas
     * @param bus the interface
     * @param descriptors the device's descriptors
     */
    public static Attached of(Instant time, String persona, String bus, Descriptors descriptors) {
        return new Attached(
                time,
                persona,
                bus,
                descriptors.device().bytes(),
                descriptors.configuration().bytes(Speed.HIGH));
    }

    /** {@return idVendor and idProduct, such as "1209:0001"} */
    public String vendorAndProduct() {
        return "%02x%02x:%02x%02x".formatted(device.get(9), device.get(8), device.get(11), device.get(10));
    }

    /** {@return whether the kernel answers the host's standard requests, so that they are not in the trace} */
    public boolean isConfiguredByKernel() {
        return bus.equals("functionfs") || bus.equals("gadgetfs");
    }

    @Override
    public String text() {
        return seen() + ", by " + bus;
    }

    @Override
    public String seen() {
        return vendorAndProduct() + " on the bus as " + persona;
    }

    @Override
    public void tell(TraceVisitor visitor) {
        visitor.attached(this);
    }
}
