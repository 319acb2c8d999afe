package usbd4j.gadget;

import java.util.List;
import usbd4j.gadget.configfs.KernelFunction;
import usbd4j.stack.descriptor.Identity;

/**
 * What of a device the kernel must know before anybody serves it.
 *
 * @param identity who it says it is
 * @param kernelFunctions the functions that the kernel serves; their interfaces come first, as in products
 */
public record Persona(Identity identity, List<KernelFunction> kernelFunctions) {
    /** Keeps a copy. */
    public Persona {
        kernelFunctions = List.copyOf(kernelFunctions);
    }
}
