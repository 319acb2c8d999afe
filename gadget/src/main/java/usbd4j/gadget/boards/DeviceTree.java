package usbd4j.gadget.boards;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import usbd4j.gadget.Board;
import usbd4j.gadget.SystemFile;

/**
 * The device tree of the running board.
 *
 * @param folder its root node; a PC has none
 */
public record DeviceTree(Path folder) {
    /** Nodes of controllers are not deeper, in the trees of the boards that this program knows. */
    private static final int DEPTH = 6;

    /** {@return the board's} */
    public static DeviceTree of(Board board) {
        return new DeviceTree(board.deviceTree());
    }

    /** {@return the name of the board, such as "Raspberry Pi 4 Model B Rev 1.4"; empty on a PC} */
    public String model() {
        return SystemFile.text(folder.resolve("model"));
    }

    /** {@return the names of board and processor that drivers know, such as "ti,am33xx"} */
    public List<String> compatible() {
        return SystemFile.lines(folder.resolve("compatible"));
    }

    /** {@return dr_mode of each USB controller in use: "host", "peripheral" or "otg"} */
    public List<String> dualRoleModes() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder.toRealPath(), DEPTH)) {
            return files.filter(file -> file.endsWith("dr_mode"))
                    .filter(file ->
                            !SystemFile.text(file.resolveSibling("status")).equals("disabled"))
                    .map(SystemFile::text)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the device tree in " + folder, e);
        }
    }
}
