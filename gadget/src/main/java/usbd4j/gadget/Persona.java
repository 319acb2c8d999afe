package usbd4j.gadget;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import usbd4j.gadget.device.KernelFunction;
import usbd4j.stack.descriptor.Identity;

/**
 * What of a device the kernel must know before anybody serves it.
 *
 * @param identity who it says it is
 * @param kernelFunctions the functions that the kernel serves; their interfaces come first, as in products
 * @param winUsb whether Windows shall bind its driver WinUSB
 * @param landingPage the page that browsers offer to open
 */
public record Persona(
        Identity identity, List<KernelFunction> kernelFunctions, boolean winUsb, Optional<URI> landingPage) {
    /** Keeps a copy. */
    public Persona {
        kernelFunctions = List.copyOf(kernelFunctions);
    }

    /**
     * {@return the same device in another release}
     *
     * @param bcdDevice which
     */
    public Persona withRelease(int bcdDevice) {
        return new Persona(identity.withRelease(bcdDevice), kernelFunctions, winUsb, landingPage);
    }

    /**
     * A device that tells Windows and browsers nothing.
     *
     * @param identity who it says it is
     * @param kernelFunctions the functions that the kernel serves
     */
    public Persona(Identity identity, List<KernelFunction> kernelFunctions) {
        this(identity, kernelFunctions, false, Optional.empty());
    }
}
