package usbd4j.gadget.controller;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import usbd4j.gadget.Board;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.GadgetException;
import usbd4j.stack.linux.Errno;
import usbd4j.stack.linux.LinuxException;
import usbd4j.stack.linux.LinuxFiles;

/** The USB device controllers of a board. */
public final class Controllers {
    private static final String HOW_TO_GET_ONE =
            "There is no USB device controller: the board has none, or it is not in device mode. On a Raspberry Pi, add"
                    + " \"dtoverlay=dwc2,dr_mode=peripheral\" to config.txt and boot again; other boards: see"
                    + " configfs-scripts/BOARDS.md. Without a board, virtual-board/boot starts an emulated one";

    private final Board board;

    /**
     * Finds the controllers of a board.
     *
     * @param board the paths of the board
     */
    public Controllers(Board board) {
        this.board = board;
    }

    /** {@return all controllers, sorted by name} */
    public List<Controller> all() {
        return directories(board.controllers()).stream().map(Controllers::read).toList();
    }

    /**
     * {@return the controller with this name; without a name, a free one, or else the first}
     *
     * @param name the name given by the user
     * @throws GadgetException if there is no such controller
     */
    public Controller choose(Optional<String> name) {
        List<Controller> all = all();
        if (all.isEmpty()) {
            throw new GadgetException(ExitStatus.NO_CONTROLLER, HOW_TO_GET_ONE);
        }
        if (name.isPresent()) {
            return all.stream()
                    .filter(each -> each.name().equals(name.get()))
                    .findFirst()
                    .orElseThrow(() -> new GadgetException(
                            ExitStatus.NO_CONTROLLER,
                            "There is no USB device controller \"%s\"; there is %s".formatted(name.get(), names(all))));
        }
        return all.stream().filter(each -> holder(each).isEmpty()).findFirst().orElse(all.get(0));
    }

    /**
     * {@return the holder of a controller: the name of a gadget in configfs, or else of a driver; empty if it is free}
     *
     * @param controller the controller
     */
    public Optional<String> holder(Controller controller) {
        return directories(board.gadgets()).stream()
                .filter(gadget -> attribute(gadget, "UDC").equals(controller.name()))
                .map(gadget -> gadget.getFileName().toString())
                .findFirst()
                .or(() -> Optional.of(controller.driver()).filter(driver -> !driver.isEmpty()));
    }

    private static String names(List<Controller> controllers) {
        return controllers.stream().map(Controller::name).collect(Collectors.joining(", "));
    }

    private static Controller read(Path directory) {
        return new Controller(
                directory,
                attribute(directory, "state"),
                attribute(directory, "current_speed"),
                attribute(directory, "maximum_speed"),
                attribute(directory, "function"));
    }

    /**
     * {@return the attribute's text; empty if it is gone or cannot be read, which is no error because this is only for
     * display}
     */
    private static String attribute(Path directory, String name) {
        try {
            return LinuxFiles.read(directory.resolve(name));
        } catch (LinuxException e) {
            if (e.is(Errno.ENOENT) || e.is(Errno.ENODEV) || e.is(Errno.EACCES)) {
                return "";
            }
            throw e;
        }
    }

    private static List<Path> directories(Path parent) {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + parent, e);
        }
    }
}
