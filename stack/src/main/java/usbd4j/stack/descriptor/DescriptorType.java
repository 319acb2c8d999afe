package usbd4j.stack.descriptor;

import java.util.Optional;

/** The standard descriptor types (USB 2.0, table 9-5). */
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
    ENDPOINT(5);

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
