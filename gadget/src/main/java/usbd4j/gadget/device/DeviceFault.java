package usbd4j.gadget.device;

import java.util.Optional;

/** A way to misbehave. */
public sealed interface DeviceFault permits Fault, EndpointFault {
    /**
     * {@return why a device on FunctionFS or GadgetFS cannot have it; empty if it can}
     *
     * @param kernelsName which of the two
     */
    Optional<String> objection(String kernelsName);

    /** {@return whether the device leaves the bus, to come back} */
    boolean leaves();
}
