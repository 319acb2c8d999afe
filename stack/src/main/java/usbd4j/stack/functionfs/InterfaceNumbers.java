package usbd4j.stack.functionfs;

import java.util.List;
import usbd4j.stack.UsbException;
import usbd4j.stack.descriptor.NumberedInterface;

/** The numbers of interfaces on FunctionFS: the kernel gives them, in the order of declaration. */
final class InterfaceNumbers {
    private InterfaceNumbers() {}

    /**
     * Checks that no class asks for another number than the kernel would give its interface in a gadget of its own.
     *
     * @param interfaces the interfaces in the order of declaration
     * @throws UsbException if one does
     */
    static void require(List<NumberedInterface> interfaces) {
        for (int which = 0; which < interfaces.size(); which++) {
            int number = interfaces.get(which).bInterfaceNumber();
            if (number != which) {
                throw new UsbException(
                        "interface %d of the device must have number %d: its class asks for that number, but FunctionFS numbers interfaces in the order of declaration"
                                .formatted(which, number));
            }
        }
    }
}
