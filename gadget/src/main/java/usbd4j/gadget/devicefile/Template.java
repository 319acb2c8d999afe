package usbd4j.gadget.devicefile;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A device file that comes with the program. */
public enum Template {
    DFU("dfu", "takes and gives firmware by DFU 1.1"),
    TWO_MEMORIES("two-memories", "the same with a second memory"),
    RUNTIME("runtime", "DFU run-time only: can be detached, and comes back"),
    DFUSE("dfuse", "imitates the boot loader of an STM32F4, which speaks DfuSe");

    private final String title;
    private final String meaning;

    Template(String title, String meaning) {
        this.title = title;
        this.meaning = meaning;
    }

    /** {@return its name on the command line} */
    @Override
    public String toString() {
        return title;
    }

    /** {@return what the device does, a sentence without a full stop} */
    public String meaning() {
        return meaning;
    }

    /** {@return what is in the file} */
    public String text() {
        return BuiltIn.resource(title + ".toml");
    }

    /**
     * {@return the template of a name}
     *
     * @param name as on the command line
     * @throws IllegalArgumentException if there is none
     */
    public static Template of(String name) {
        return Arrays.stream(values())
                .filter(each -> each.title.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no template \"%s\", only %s"
                        .formatted(
                                name,
                                Arrays.stream(values()).map(Template::toString).collect(Collectors.joining(", ")))));
    }
}
