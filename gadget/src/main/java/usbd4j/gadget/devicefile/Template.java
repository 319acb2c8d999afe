package usbd4j.gadget.devicefile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A device file that comes with the program. */
public enum Template {
    DFU("dfu"),
    TWO_MEMORIES("two-memories"),
    RUNTIME("runtime"),
    DFUSE("dfuse");

    private final String title;

    Template(String title) {
        this.title = title;
    }

    /** {@return its name on the command line} */
    @Override
    public String toString() {
        return title;
    }

    /** {@return what is in the file} */
    public String text() {
        String name = title + ".toml";
        try (InputStream file = Template.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("this jar lacks " + name);
            }
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
