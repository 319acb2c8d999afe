package usbd4j.gadget.capture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import usbd4j.gadget.trace.ControlTransfer;
import usbd4j.gadget.trace.TraceEvent;
import usbd4j.stack.Recipient;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.StandardRequest;
import usbd4j.stack.descriptor.DescriptorType;

/**
 * The descriptors that a host has read of a device, as far as it has. Of several answers to the same question the longest counts, of those
 * of the same length the first. Each is little-endian, from position 0 to limit, and empty if there is none.
 */
public final class RecordedDescriptors {
    /** Of HID 1.11. */
    private static final int REPORT = 0x22;

    private final Map<Question, ByteBuffer> answers = new LinkedHashMap<>();

    /** wIndex is the language of a string, or the number of an interface. */
    private record Question(Recipient recipient, int wValue, int wIndex) {
        boolean isOfDevice(DescriptorType type) {
            return recipient == Recipient.DEVICE && wValue >> 8 == type.code();
        }

        int index() {
            return wValue & 0xFF;
        }
    }

    /** Takes note of a transfer, if it is one of GET_DESCRIPTOR. */
    void look(ControlTransfer transfer) {
        SetupPacket setup = transfer.setup();
        if (StandardRequest.of(setup).equals(Optional.of(StandardRequest.GET_DESCRIPTOR))) {
            Question question = new Question(setup.recipient(), setup.wValue(), setup.wIndex());
            ByteBuffer known = answers.get(question);
            if (known == null || transfer.data().remaining() > known.remaining()) {
                answers.put(question, TraceEvent.copy(transfer.data()));
            }
        }
    }

    /** {@return the device descriptor} */
    public ByteBuffer device() {
        return first(question -> question.isOfDevice(DescriptorType.DEVICE));
    }

    /** {@return the configurations that it was asked for, each with the descriptors that belong to it} */
    public List<ByteBuffer> configurations() {
        return answers.entrySet().stream()
                .filter(each -> each.getKey().isOfDevice(DescriptorType.CONFIGURATION))
                .map(each -> littleEndian(each.getValue()))
                .toList();
    }

    /**
     * {@return a string descriptor, in the language that the host asked for first}
     *
     * @param index iProduct and so on
     */
    public ByteBuffer string(int index) {
        return first(question -> question.isOfDevice(DescriptorType.STRING) && question.index() == index);
    }

    /** {@return the report descriptor of a HID interface} */
    public ByteBuffer report(int bInterfaceNumber) {
        return first(new Question(Recipient.INTERFACE, REPORT << 8, bInterfaceNumber)::equals);
    }

    private ByteBuffer first(Predicate<Question> which) {
        return answers.entrySet().stream()
                .filter(each -> which.test(each.getKey()))
                .findFirst()
                .map(each -> littleEndian(each.getValue()))
                .orElse(ControlTransfer.NO_DATA);
    }

    private static ByteBuffer littleEndian(ByteBuffer answer) {
        return answer.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }
}
