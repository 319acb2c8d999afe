package usbd4j.gadget.devicefile;

import java.util.ArrayList;
import java.util.List;
import org.tomlj.TomlParseResult;

/** What the command line puts over a device file. */
public final class Overrides {
    private final Settings settings = new Settings();
    private final List<Mistake> mistakes = new ArrayList<>();

    /**
     * Sets a key.
     *
     * @param option the option that does, such as {@code --vid}
     * @param path the key with its table, such as {@code run-time.vid}
     * @param value a String, Long or Boolean, or a List of Map for an array of tables
     */
    public void set(String option, String path, Object value) {
        Setting setting = Setting.of(value, Origin.option(option));
        List<String> keys = List.of(path.split("\\."));
        for (int i = keys.size() - 1; i > 0; i--) {
            Settings table = new Settings();
            table.put(keys.get(i), setting);
            setting = new Setting(table, Origin.option(option));
        }
        Settings whole = new Settings();
        whole.put(keys.get(0), setting);
        add(whole);
    }

    /**
     * Sets a key as a line of TOML does.
     *
     * @param text such as {@code dfu-mode.manifestation-time=500}
     */
    public void set(String text) {
        Origin origin = Origin.option("--set " + text.split("=", 2)[0].strip());
        if (!text.contains("=") || text.stripLeading().startsWith("#")) {
            mistakes.add(new Mistake(origin, "write TABLE.KEY=VALUE, such as run-time.product='\"Blinky\"'"));
            return;
        }
        TomlParseResult toml;
        try {
            toml = TomlText.parse(text);
        } catch (IllegalArgumentException e) {
            mistakes.add(new Mistake(origin, String.valueOf(e.getMessage())));
            return;
        }
        if (toml.hasErrors()) {
            mistakes.add(new Mistake(
                    origin,
                    "\"%s\" is not a TOML value; text is in quotes, and the shell wants quotes around these: --set '%s=\"…\"'"
                            .formatted(text.split("=", 2)[1].strip(), text.split("=", 2)[0].strip())));
            return;
        }
        add(Settings.of(toml, position -> origin));
    }

    private void add(Settings more) {
        settings.merge(
                more,
                (before, now) -> mistakes.add(new Mistake(
                        now.origin(),
                        before.origin().equals(now.origin())
                                ? "given twice"
                                : "sets what %s sets too"
                                        .formatted(before.origin().text()))));
    }

    Settings settings() {
        return settings;
    }

    List<Mistake> mistakes() {
        return mistakes;
    }
}
