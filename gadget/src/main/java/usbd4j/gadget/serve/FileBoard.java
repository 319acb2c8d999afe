package usbd4j.gadget.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import usbd4j.gadget.Board;
import usbd4j.gadget.configfs.GadgetName;
import usbd4j.gadget.device.DeviceDescription;
import usbd4j.gadget.service.ServiceManager;
import usbd4j.gadget.trace.LiveLog;
import usbd4j.gadget.transcript.ConsoleLoggerFinder;
import usbd4j.stack.UsbException;
import usbd4j.stack.linux.LinuxFiles;

/**
 * A board of ordinary files: a free controller, a gadget, and a FIFO in place of its FunctionFS. A run there does what a run does until
 * a host can see the device, so that Java has loaded and linked what that needs.
 */
public final class FileBoard {
    private static final GadgetName NAME = new GadgetName("usbd4j");
    private static final GadgetName NEW = new GadgetName("new");

    /** Like a controller's state, a file of sysfs, which can be read again and polled. */
    private static final Path STATE = Path.of("/sys/kernel/uevent_seqnum");

    private final Path root;
    private final Board board;

    /** Ends a run when a host could see the device. */
    private static final class Shown extends IllegalStateException {
        private static final long serialVersionUID = 1;
    }

    /**
     * Makes the files.
     *
     * @param root the folder in which they are made, which has a FIFO named ep0
     */
    public FileBoard(Path root) {
        this.root = root;
        this.board = new Board(root);
        try {
            Path controller = folder(board.controllers().resolve("controller"));
            LinuxFiles.link(controller.resolve("state"), STATE);
            write(controller, "current_speed", "UNKNOWN");
            write(controller, "maximum_speed", "high-speed");
            write(controller, "function", "");
            write(controller, "uevent", "USB_UDC_NAME=dummy_udc");
            Path gadget = folder(board.gadgets().resolve(NAME.text()));
            write(gadget, "idVendor", "0x1209");
            write(gadget, "idProduct", "0x0001");
            write(gadget, "UDC", "");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a board of files in " + root, e);
        }
    }

    private static Path folder(Path path) throws IOException {
        return Files.createDirectories(path);
    }

    private static void write(Path folder, String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    /**
     * Serves a device until a host could see it. Nothing is logged.
     *
     * @param device the device
     * @return whether it came to that
     */
    public boolean serve(DeviceDescription device) {
        // As far as it goes: in the folder of a new gadget configfs makes others.
        isShown(device, NEW, Optional.empty());
        return isShown(device, NAME, Optional.of(root));
    }

    private boolean isShown(DeviceDescription device, GadgetName name, Optional<Path> functionFs) {
        Place place =
                new Place(board, name, Optional.empty(), new ServedBus(BusKind.FUNCTIONFS), functionFs, root, false);
        ServiceManager manager = ServiceManager.told(FileBoard::endWhenReady);
        try {
            ConsoleLoggerFinder.muted(
                    () -> new DeviceRun(device, place, Optional.empty(), manager, List.of(new LiveLog())).serve());
        } catch (Shown e) {
            return true;
        } catch (UsbException e) {
            return false;
        }
        return false;
    }

    private static void endWhenReady(String state) {
        if (state.equals("READY=1")) {
            throw new Shown();
        }
    }
}
