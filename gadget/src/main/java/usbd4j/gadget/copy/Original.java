package usbd4j.gadget.copy;

import java.util.List;
import java.util.Optional;

/** A device that is copied, as it was seen: plugged into this machine, or in a capture. */
interface Original {
    /** {@return where it was seen, in words that follow "which was"} */
    String place();

    /** {@return its descriptors, with a DFU interface among them} */
    SeenDescriptors descriptors();

    /**
     * {@return a string in the device's first language; empty if there is none, or nobody can tell it}
     *
     * @param index iProduct and so on; 0 for no string
     */
    Optional<String> string(int index);

    /** {@return why nobody can tell a string, in words that follow a colon} */
    String whyUnknown(int index);

    /** {@return the report descriptor of a HID interface; empty if nobody can tell it} */
    Optional<byte[]> reportDescriptor(SeenConfiguration configuration, int bInterfaceNumber);

    /** {@return sentences on what could not be seen there, or has no key} */
    List<String> remarks();
}
