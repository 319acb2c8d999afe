package usbd4j.gadget.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import usbd4j.gadget.Board;
import usbd4j.gadget.Command;
import usbd4j.gadget.Remedy;
import usbd4j.gadget.SystemFile;

/** The modules of the running kernel, as modprobe(8) knows them. */
public final class Modules {
    /** The folders of modprobe.d(5). */
    private static final List<String> SETTINGS =
            List.of("etc/modprobe.d", "run/modprobe.d", "usr/local/lib/modprobe.d", "lib/modprobe.d");

    private final Board board;
    private final Path folder;

    /**
     * Looks at the modules of the running kernel.
     *
     * @param board the paths of the board
     */
    public Modules(Board board) {
        this.board = board;
        this.folder = board.root()
                .resolve("lib/modules")
                .resolve(KernelRelease.of(board).text());
    }

    /**
     * {@return how a module is there}
     *
     * @param module its name, with underscores
     */
    public ModuleState state(String module) {
        if (Files.isDirectory(board.root().resolve("sys/module").resolve(module))) {
            return ModuleState.LOADED;
        }
        if (lists("modules.builtin", module)) {
            return ModuleState.BUILT_IN;
        }
        if (!lists("modules.dep", module)) {
            return ModuleState.ABSENT;
        }
        return setting(module).isPresent() ? ModuleState.BLOCKED : ModuleState.LOADABLE;
    }

    /**
     * {@return what to do for a module that is not in the kernel}
     *
     * @param module its name, with underscores
     */
    public Remedy remedy(String module) {
        return switch (state(module)) {
            case LOADED, BUILT_IN, LOADABLE -> Remedy.by("load its module", Command.safe("modprobe", module));
            case BLOCKED -> unblocked(setting(module).orElse(""), module);
            case ABSENT ->
                Remedy.byHand(
                        Files.isDirectory(folder)
                                ? "install another kernel, such as Debian's or the newest of the board's maker (this one was built without it)"
                                : "reboot if the kernel has been updated, or install the modules of the running one (there is no %s)"
                                        .formatted(folder));
        };
    }

    /** Who blacklists a module still loads it by its name. Who has another command run in its place wants it nowhere. */
    private static Remedy unblocked(String setting, String module) {
        return setting.startsWith("blacklist")
                ? Remedy.by(
                        "delete \"%s\" from modprobe.d, or load its module each time".formatted(setting),
                        Command.safe("modprobe", module))
                : Remedy.byHand(
                        "delete \"%s\" from modprobe.d, or load its module in spite of it: modprobe --ignore-install %s"
                                .formatted(setting, module));
    }

    /**
     * {@return whether an index of modules has one} A line is the path of a module's file, in modules.dep followed by a colon and
     * those of others. There are thousands of lines, so they are not taken apart.
     */
    private boolean lists(String index, String module) {
        String text = SystemFile.text(folder.resolve(index));
        return Stream.of(module, module.replace('_', '-'))
                .map("/%s.ko"::formatted)
                .anyMatch(file -> {
                    int at = text.indexOf(file);
                    while (at >= 0 && text.lastIndexOf(':', at) > text.lastIndexOf('\n', at)) {
                        at = text.indexOf(file, at + 1);
                    }
                    return at >= 0;
                });
    }

    /** {@return the line that keeps a module out; stripped} */
    private Optional<String> setting(String module) {
        return SETTINGS.stream()
                .flatMap(each -> files(board.root().resolve(each)))
                .flatMap(file -> SystemFile.lines(file).stream())
                .map(String::strip)
                .filter(line -> keepsOut(line.split("\\s+"), module))
                .findFirst();
    }

    private static boolean keepsOut(String[] words, String module) {
        return words.length >= 2
                && words[1].replace('-', '_').equals(module)
                && (words[0].equals("blacklist")
                        || (words[0].equals("install") && words.length == 3 && words[2].matches(".*/(false|true)")));
    }

    private static Stream<Path> files(Path parent) {
        if (!Files.isDirectory(parent)) {
            return Stream.empty();
        }
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(each -> each.toString().endsWith(".conf")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + parent, e);
        }
    }
}
