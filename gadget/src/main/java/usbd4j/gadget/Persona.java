package usbd4j.gadget;

import java.util.List;
import java.util.Optional;
import usbd4j.dfu.DfuFunctionalDescriptor;
import usbd4j.gadget.configfs.KernelFunction;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.descriptor.UsbString;

/**
 * A whole device as a host sees it.
 *
 * @param identity who it says it is
 * @param interfaceName the name of its DFU interface
 * @param functional what it says of its DFU abilities
 * @param kernelFunctions the functions beside DFU that the kernel serves; their interfaces come first, as in products
 */
public record Persona(
        Identity identity,
        Optional<UsbString> interfaceName,
        DfuFunctionalDescriptor functional,
        List<KernelFunction> kernelFunctions) {
    /** Keeps a copy. */
    public Persona {
        kernelFunctions = List.copyOf(kernelFunctions);
    }
}
