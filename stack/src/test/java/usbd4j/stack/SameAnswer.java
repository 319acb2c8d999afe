package usbd4j.stack;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import usbd4j.stack.descriptor.UsbInterface;

/**
 * A class with one interface that gives the same answer to everything.
 *
 * @param answer to every request
 * @param asked every request it was asked
 */
record SameAnswer(Optional<Reply> answer, List<SetupPacket> asked) implements UsbClass {
    static SameAnswer of(Reply answer) {
        return new SameAnswer(Optional.of(answer), new ArrayList<>());
    }

    static SameAnswer none() {
        return new SameAnswer(Optional.empty(), new ArrayList<>());
    }

    @Override
    public List<UsbInterface> interfaces() {
        return List.of(UsbInterface.of(0xFF, 0x00, 0x00));
    }

    @Override
    public Optional<Reply> control(SetupPacket setup, Instant now) {
        asked.add(setup);
        return answer;
    }
}
