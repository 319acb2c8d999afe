package usbd4j.gadget.device;

import java.util.Arrays;
import java.util.stream.Stream;
import usbd4j.stack.fault.Occasion;

/** What a fault is for: a request or an event, by its name. */
public sealed interface FaultOccasion permits FaultyRequest, FaultyEvent {
    /** {@return the name in a device file, such as {@code DNLOAD}} */
    String name();

    /** {@return whether this is such an occasion} */
    boolean is(Occasion occasion);

    /**
     * {@return the request or event of a name}
     *
     * @param name such as {@code DNLOAD} or {@code RESET}
     * @throws IllegalArgumentException if there is none
     */
    static FaultOccasion of(String name) {
        return Stream.concat(Arrays.stream(FaultyRequest.values()), Arrays.stream(FaultyEvent.values()))
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"%s\" is no request or event that a fault can strike".formatted(name)));
    }
}
