package usbd4j.board;

import java.util.List;
import java.util.Optional;
import usbd4j.stack.UsbClass;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.descriptor.UsbInterface;
import usbd4j.stack.descriptor.UsbString;

/** A class whose interface has no name, and which has a string that no descriptor points to. */
final class Hermit implements UsbClass {
    static final String STRING = "nobody points to me";

    /** With strings of its own. */
    static final Identity IDENTITY = new Identity(
            0x1209,
            0x0001,
            0x0100,
            Optional.of(UsbString.of("maker")),
            Optional.of(UsbString.of("thing")),
            Optional.empty());

    private volatile int index;

    @Override
    public List<UsbInterface> interfaces() {
        return List.of(UsbInterface.of(0xFF, 0, 0));
    }

    @Override
    public List<UsbString> strings() {
        return List.of(UsbString.of(STRING));
    }

    @Override
    public void stringIndexes(List<Integer> indexes) {
        index = indexes.get(0);
    }

    /** {@return where the host finds the string} */
    int index() {
        return index;
    }
}
