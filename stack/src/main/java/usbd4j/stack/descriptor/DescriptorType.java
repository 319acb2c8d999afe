package usbd4j.stack.descriptor;

import java.util.Optional;

/** The standard descriptor types (USB 2.0, table 9-5; USB 3.2, table 9-6). */
public enum DescriptorType {
    /** Device. */
    DEVICE(1),
    /** Configuration; returned together with its interface and endpoint descriptors. */
    CONFIGURATION(2),
    /** String in one language; index 0 lists the languages. */
    STRING(3),
    /** Interface; returned only as part of a configuration. */
    INTERFACE(4),
    /** Endpoint; returned only as part of a configuration. */
    ENDPOINT(5),
    /** Device descriptor fields for the other speed. */
    DEVICE_QUALIFIER(6),
    /** Configuration at the other speed. */
    OTHER_SPEED_CONFIGURATION(7),
    /** Interface association; returned only as part of a configuration. */
    INTERFACE_ASSOCIATION(11),
    /** Binary device object store; returned together with its device capability descriptors. */
    BOS(15),
    /** Device capability; returned only as part of a BOS descriptor. */
    DEVICE_CAPABILITY(16),
    /** SuperSpeed endpoint companion; returned only as part of a configuration. */
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
     * {@return the type with this code, or empty if it is unknown}
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
