package usbd4j.gadget.devicefile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import usbd4j.gadget.Spelling;

/**
 * A device file that comes with the program: a template to begin with, or a profile, which is a device that misbehaves as one that
 * somebody has met.
 *
 * @param name its name on the command line, without slashes and dots
 * @param meaning what the device does, a sentence without a full stop
 * @param text what is in the file
 */
public record BuiltIn(String name, String meaning, String text) {
    /** {@return the templates} */
    public static List<BuiltIn> templates() {
        return Arrays.stream(Template.values()).map(BuiltIn::template).toList();
    }

    private static BuiltIn template(Template template) {
        return new BuiltIn(template.toString(), template.meaning(), template.text());
    }

    /** {@return the profiles, by name} */
    public static List<BuiltIn> profiles() {
        return profileNames().map(BuiltIn::profile).toList();
    }

    /** A jar does not tell what is in a folder of it. */
    private static Stream<String> profileNames() {
        return resource("profiles/names.txt").lines();
    }

    /** The first line of a profile is a comment with its sentence. */
    private static BuiltIn profile(String name) {
        String text = resource("profiles/" + name + ".toml");
        String first = text.lines().findFirst().orElse("");
        return new BuiltIn(name, first.replaceAll("^# |\\.$", ""), text);
    }

    /** {@return the templates, and then the profiles} */
    public static List<BuiltIn> all() {
        return Stream.concat(templates().stream(), profiles().stream()).toList();
    }

    /**
     * {@return the one of a name}
     *
     * @throws IllegalArgumentException if there is none; tells which was meant
     */
    public static BuiltIn of(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no template or profile \"%s\"; %s".formatted(name, advice(name))));
    }

    /** {@return the one of a name, if there is one} */
    static Optional<BuiltIn> find(String name) {
        // A small board had better not read all of them for one.
        return Arrays.stream(Template.values())
                .filter(each -> each.toString().equals(name))
                .findFirst()
                .map(BuiltIn::template)
                .or(() -> profileNames().filter(name::equals).findFirst().map(BuiltIn::profile));
    }

    /** {@return what to do about a name that there is not: take the one that was meant, or look} */
    static String advice(String wrong) {
        return Spelling.closest(wrong, all().stream().map(BuiltIn::name).toList())
                .map("did you mean %s?"::formatted)
                .orElse("\"usbd4j device list\" lists them");
    }

    /** {@return the text of a file in the jar} */
    static String resource(String name) {
        try (InputStream file = BuiltIn.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("this jar lacks " + name);
            }
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
