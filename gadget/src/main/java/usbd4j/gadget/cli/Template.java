package usbd4j.gadget.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A device file that comes with the program. */
enum Template {
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
    String text() {
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

    /** Reads a name. */
    static final class Converter extends CheckedConverter<Template> {
        @Override
        Template checked(String text) {
            return Arrays.stream(values())
                    .filter(each -> each.title.equals(text))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("there is no template \"%s\", only %s"
                            .formatted(
                                    text,
                                    Arrays.stream(values())
                                            .map(Template::toString)
                                            .collect(Collectors.joining(", ")))));
        }
    }
}
