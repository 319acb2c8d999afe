package usbd4j.stack.descriptor;

import java.util.Optional;

/** The standard descriptor types (USB 2.0, table 9-5; USB 3.2, table 9-6). */
public enum DescriptorType {
    /** The device as a whole. */
    DEVICE(1),
    /** A configuration, followed by all that belongs to it. */
    CONFIGURATION(2),
    /** A text in one language; index 0 lists the languages. */
    STRING(3),
    /** An interface; only ever part of a configuration. */
    INTERFACE(4),
    /** An endpoint; only ever part of a configuration. */
    ENDPOINT(5),
    /** What the device descriptor would say at the other speed. */
    DEVICE_QUALIFIER(6),
    /** What the configuration would be at the other speed. */
    OTHER_SPEED_CONFIGURATION(7),
    /** Interfaces that belong together; only ever part of a configuration. */
    INTERFACE_ASSOCIATION(11),
    /** What else the device can do, as device capability descriptors. */
    BOS(15),
    /** One thing more that the device can do; only ever part of a BOS descriptor. */
    DEVICE_CAPABILITY(16),
    /** More about an endpoint at super speed; only ever part of a configuration. */
    SUPERSPEED_ENDPOINT_COMPANION(48);

    private final int code;

    DescriptorType(int code) {
        this.code = code;
    }

    /** {@return the value of bDescriptorType} */
    public int code() {
        return code;
    }

    /**
     * {@return the type with this code, or empty if none of these has it}
     *
     * @param code the value of bDescriptorType
     */
    public static Optional<DescriptorType> of(int code) {
        for (DescriptorType type : values()) {
            if (type.code == code) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
