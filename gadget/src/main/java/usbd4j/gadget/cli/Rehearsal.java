package usbd4j.gadget.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;
import usbd4j.gadget.device.DeviceDescription;
import usbd4j.gadget.serve.FileBoard;
import usbd4j.gadget.service.ServiceManager;

/**
 * Does what a run does, without a controller and without anything left behind, so that Java can archive the classes that it loads
 * ({@code -XX:ArchiveClassesAtExit}).
 */
public final class Rehearsal {
    private static final String CLASS = ".class";

    private Rehearsal() {}

    /**
     * Rehearses.
     *
     * @param args an empty folder but for a FIFO named ep0
     * @throws URISyntaxException never: the program is in a jar
     */
    public static void main(String[] args) throws URISyntaxException {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Program program = new Program(Main.commands(), new Console(nowhere, nowhere));
        program.execute("--help");
        program.execute("run", "--help");
        program.execute("device", "template", "dfu");
        Arguments arguments = new CommandParser(new RunCommand())
                .parse(List.of("--vid=1209", "--quiet", "--bus=functionfs", "--set=run-time.product='rehearsal'"));
        DeviceDescription device = DeviceOptions.description(arguments, Optional.empty());
        PlaceOptions.place(arguments, device);
        ServiceManager.ofThisProcess();
        FileBoard board = new FileBoard(Path.of(args[0]));
        try (SignalGuard guard = new SignalGuard(() -> {})) {
            board.serve(device);
        }
        loadAll(Path.of(Rehearsal.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI()));
    }

    /** Loads the classes that a run needs with a controller only. */
    private static void loadAll(Path jar) {
        try (ZipFile file = new ZipFile(jar.toFile())) {
            file.stream()
                    .map(entry -> entry.getName().replace('/', '.'))
                    .filter(name -> name.startsWith("usbd4j.") && name.endsWith(CLASS))
                    .forEach(name -> load(name.substring(0, name.length() - CLASS.length())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void load(String name) {
        try {
            Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
