package usbd4j.gadget.controller;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import usbd4j.gadget.Board;
import usbd4j.gadget.Command;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.GadgetException;
import usbd4j.gadget.Lack;
import usbd4j.gadget.Remedy;
import usbd4j.gadget.SystemFile;
import usbd4j.gadget.boards.BoardModel;
import usbd4j.gadget.boards.DeviceTree;
import usbd4j.gadget.boards.KnownBoards;

/** The USB device controllers of a board. */
public final class Controllers {
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
        return SystemFile.folders(board.controllers()).stream()
                .map(Controllers::read)
                .toList();
    }

    /**
     * {@return the controller with this name; without a name, a free one, or else the first}
     *
     * @param name the name given by the user
     * @throws GadgetException if there is no such controller
     */
    public Controller choose(Optional<String> name) {
        return find(name).orElseThrow(() -> missing(name).exception());
    }

    /**
     * {@return what {@link #choose} returns; empty if there is no such controller}
     *
     * @param name the name given by the user
     */
    public Optional<Controller> find(Optional<String> name) {
        List<Controller> all = all();
        return name.isPresent()
                ? all.stream().filter(each -> each.name().equals(name.get())).findFirst()
                : all.stream()
                        .filter(each -> holder(each).isEmpty())
                        .findFirst()
                        .or(() -> all.stream().findFirst());
    }

    /**
     * {@return the sentence for a controller that is not there}
     *
     * @param name the name given by the user
     */
    public Lack missing(Optional<String> name) {
        List<Controller> all = all();
        return name.filter(asked -> !all.isEmpty())
                .map(asked -> new Lack(
                        ExitStatus.NO_CONTROLLER,
                        "There is no USB device controller \"%s\"".formatted(asked),
                        Remedy.byHand("there is " + names(all))))
                .orElseGet(this::none);
    }

    /**
     * {@return the holder of a controller: the name of a gadget in configfs, or else of a driver; empty if it is free}
     *
     * @param controller the controller
     */
    public Optional<String> holder(Controller controller) {
        return gadget(controller).or(() -> Optional.of(controller.driver()).filter(driver -> !driver.isEmpty()));
    }

    private Optional<String> gadget(Controller controller) {
        return SystemFile.folders(board.gadgets()).stream()
                .filter(gadget -> attribute(gadget, "UDC").equals(controller.name()))
                .map(gadget -> gadget.getFileName().toString())
                .findFirst();
    }

    /** {@return the sentence for a board that has no controller} */
    public Lack none() {
        return new NoController(board).lack();
    }

    /**
     * {@return the sentence for a controller that is held; empty if it is free}
     *
     * @param controller the controller
     */
    public Optional<Lack> held(Controller controller) {
        return holder(controller)
                .map(holder -> new Lack(
                        ExitStatus.CONTROLLER_BUSY,
                        "the controller is held by %s \"%s\""
                                .formatted(gadget(controller).isPresent() ? "gadget" : "driver", holder),
                        release(holder, gadget(controller).isPresent())));
    }

    private Remedy release(String holder, boolean isGadget) {
        String again = KnownBoards.of(DeviceTree.of(board))
                .flatMap(BoardModel::holder)
                .map(" (%s)"::formatted)
                .orElse("");
        String advice =
                "choose another controller with --udc (\"udcs\" lists them), or end the program that serves it%s, or"
                        .formatted(again);
        if (isGadget) {
            Path udc = board.gadgets().resolve(holder).resolve("UDC");
            return Remedy.by(advice + " unbind it", Command.risky("sh", "-c", "echo >%s".formatted(udc)));
        }
        return Files.isDirectory(board.root().resolve("sys/module").resolve(holder))
                ? Remedy.by(advice + " unload it", Command.risky("modprobe", "-r", holder))
                : Remedy.byHand(advice + " unbind its gadget");
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

    private static String attribute(Path directory, String name) {
        return SystemFile.text(directory.resolve(name));
    }
}
