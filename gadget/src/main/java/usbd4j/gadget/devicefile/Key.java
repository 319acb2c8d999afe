package usbd4j.gadget.devicefile;

import java.util.function.Supplier;

/**
 * A key of a device file.
 *
 * @param table the table that it is in, such as {@code run-time}
 * @param name its name there
 * @param takes what it takes, in words
 * @param otherwise returns the default: a value in TOML, or words. Every start reads all keys, and needs none of their texts
 * @param meaning what it does, in a sentence
 */
public record Key(String table, String name, String takes, Supplier<String> otherwise, String meaning) {
    /** {@return the key with its table, as {@code --set} has it} */
    public String path() {
        return table + "." + name;
    }
}
