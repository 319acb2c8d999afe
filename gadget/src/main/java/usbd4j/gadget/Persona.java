package usbd4j.gadget;

import java.util.List;
import usbd4j.gadget.device.Driverless;
import usbd4j.gadget.device.KernelFunction;
import usbd4j.stack.descriptor.Identity;

/**
 * The part of a persona that the kernel must know before it is served.
 *
 * @param identity VID, PID, release number and strings
 * @param kernelFunctions the functions that the kernel serves; their interfaces come first, as in products
 * @param driverless what Windows and browsers are told, so that they need no driver
 */
public record Persona(Identity identity, List<KernelFunction> kernelFunctions, Driverless driverless) {
    /** Keeps a copy. */
    public Persona {
        kernelFunctions = List.copyOf(kernelFunctions);
    }

    /**
     * {@return the same persona with another release number}
     *
     * @param bcdDevice 2 bytes, binary-coded decimal
     */
    public Persona withRelease(int bcdDevice) {
        return as(identity.withRelease(bcdDevice));
    }

    /**
     * {@return the same persona as another device}
     *
     * @param other VID, PID, release number and strings
     */
    public Persona as(Identity other) {
        return new Persona(other, kernelFunctions, driverless);
    }

    /** {@return idVendor and idProduct, such as "1209:0001"} */
    public String vendorAndProduct() {
        return "%04x:%04x".formatted(identity.idVendor(), identity.idProduct());
    }

    /**
     * A persona without Microsoft OS descriptors and WebUSB.
     *
     * @param identity VID, PID, release number and strings
     * @param kernelFunctions the functions that the kernel serves
     */
    public Persona(Identity identity, List<KernelFunction> kernelFunctions) {
        this(identity, kernelFunctions, Driverless.NONE);
    }
}
