package usbd4j.stack.fault;

import java.util.function.Predicate;
import usbd4j.stack.BusEvent;
import usbd4j.stack.SetupPacket;

/** What a fault can strike. */
public sealed interface Occasion {
    /**
     * The host sends a request.
     *
     * @param setup its setup packet
     */
    record Request(SetupPacket setup) implements Occasion {}

    /**
     * Something happens on the bus.
     *
     * @param event what happens
     */
    record Event(BusEvent event) implements Occasion {}

    /** The device connects to the bus. */
    record Attachment() implements Occasion {}

    /** A transfer of a class is the next one on its endpoint. */
    record NextTransfer() implements Occasion {}

    /** {@return the requests of which something is true, and nothing else} */
    static Predicate<Occasion> requests(Predicate<SetupPacket> which) {
        return occasion -> occasion instanceof Request request && which.test(request.setup());
    }
}
