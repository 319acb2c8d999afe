package usbd4j.stack.descriptor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The strings of a device, by string index from 1.
 *
 * @param strings the strings, the first with index 1; at most 255
 */
public record StringTable(List<UsbString> strings) {
    /** Keeps a copy. */
    public StringTable {
        strings = List.copyOf(strings);
        Unsigned.u8("number of strings", strings.size());
    }

    /** {@return the wLANGIDs of all strings, in ascending order} */
    public List<Integer> languages() {
        TreeSet<Integer> languages = new TreeSet<>();
        strings.forEach(string -> languages.addAll(string.texts().keySet()));
        return List.copyOf(languages);
    }

    /**
     * {@return the string's index}
     *
     * @param string one of {@link #strings}
     */
    public int index(UsbString string) {
        return strings.indexOf(string) + 1;
    }

    /**
     * {@return the reply to GET_DESCRIPTOR(STRING), or empty if there is no such string}
     *
     * @param index the string index; 0 for the list of languages
     * @param language the requested wLANGID
     */
    public Optional<Descriptor> descriptor(int index, int language) {
        if (strings.isEmpty() || index > strings.size()) {
            return Optional.empty();
        }
        return Optional.of(
                index == 0
                        ? new LanguagesDescriptor(languages())
                        : new StringDescriptor(strings.get(index - 1).in(language)));
    }

    /** Assigns string indexes while the descriptors are built. */
    static final class Builder {
        private final List<UsbString> strings = new ArrayList<>();

        /** {@return the string's index, the same for equal strings; 0 for none} */
        int index(Optional<UsbString> string) {
            if (string.isEmpty()) {
                return 0;
            }
            int known = strings.indexOf(string.get());
            if (known >= 0) {
                return known + 1;
            }
            strings.add(string.get());
            return strings.size();
        }

        StringTable build() {
            return new StringTable(strings);
        }
    }
}
