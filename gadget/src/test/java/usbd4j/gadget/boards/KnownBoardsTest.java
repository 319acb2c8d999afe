package usbd4j.gadget.boards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import usbd4j.gadget.FakeBoard;

class KnownBoardsTest {
    @TempDir
    private Path root;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Raspberry Pi Zero Rev 1.3            | brcm,bcm2835            | Raspberry Pi Zero, Zero W
            Raspberry Pi Zero W Rev 1.1          | brcm,bcm2835            | Raspberry Pi Zero, Zero W
            Raspberry Pi Zero 2 W Rev 1.0        | brcm,bcm2837            | Raspberry Pi Zero 2 W
            Raspberry Pi 3 Model A Plus Rev 1.0  | brcm,bcm2837            | Raspberry Pi 3 A+
            Raspberry Pi 3 Model B Plus Rev 1.3  | brcm,bcm2837            | Raspberry Pi 3 B, 3 B+
            Raspberry Pi Model A Plus Rev 1.1    | brcm,bcm2835            | Raspberry Pi 1 A, A+
            Raspberry Pi Model B Plus Rev 1.2    | brcm,bcm2835            | Raspberry Pi 1 B, B+
            Raspberry Pi 4 Model B Rev 1.4       | brcm,bcm2711            | Raspberry Pi 4 B, 400
            Raspberry Pi 400 Rev 1.0             | brcm,bcm2711            | Raspberry Pi 4 B, 400
            Raspberry Pi Compute Module 4 Rev 1.1| brcm,bcm2711            | Raspberry Pi Compute Module 4
            Raspberry Pi 5 Model B Rev 1.0       | brcm,bcm2712            | Raspberry Pi 5, 500
            TI AM335x BeagleBone Black           | ti,am335x-bone-black    | BeagleBone Black
            TI AM335x BeagleBone Green           | ti,am335x-bone-green    | BeagleBone Green
            TI AM335x PocketBeagle               | ti,am335x-pocketbeagle  | PocketBeagle
            BeagleBoard.org BeagleBone AI-64     | beagle,j721e-beagleboneai64 | BeagleBone AI-64
            FriendlyARM NanoPi NEO               | allwinner,sun8i-h3      | other boards with an Allwinner processor
            Radxa ROCK 5B                        | rockchip,rk3588         | other boards with a Rockchip processor
            """)
    void areKnownByTheirDeviceTree(String model, String compatible, String name) throws IOException {
        DeviceTree tree = DeviceTree.of(
                new FakeBoard(root).model(model, "maker,board", compatible).board());

        assertThat(KnownBoards.of(tree)).map(BoardModel::name).contains(name);
    }

    @Test
    void othersAreNotKnown() throws IOException {
        assertThat(KnownBoards.of(DeviceTree.of(
                        new FakeBoard(root).model("Acme", "acme,one").board())))
                .isEmpty();
        assertThat(KnownBoards.of(new DeviceTree(root.resolve("nowhere")))).isEmpty();
    }

    /** configfs-scripts/BOARDS.md is read by people who have no board yet. */
    @Test
    void areThoseOfThePage() throws IOException {
        String page = Files.readString(Path.of("..", "configfs-scripts", "BOARDS.md"));

        assertThat(KnownBoards.all())
                .allSatisfy(each -> assertThat(page)
                        .contains("| %s | %s | %s | %s |\n"
                                .formatted(each.name(), each.controller(), each.port(), each.driver())));
    }
}
