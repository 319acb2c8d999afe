package usbd4j.gadget.devicefile;

/**
 * A table of a device file.
 *
 * @param path such as {@code dfu-mode.memory}
 * @param isArray whether there can be several, each headed by {@code [[…]]}
 * @param meaning what it describes, in a sentence
 */
public record TableHeading(String path, boolean isArray, String meaning) {
    /** {@return the heading as TOML has it} */
    @Override
    public String toString() {
        return (isArray ? "[[%s]]" : "[%s]").formatted(path);
    }
}
