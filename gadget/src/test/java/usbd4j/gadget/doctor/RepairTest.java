package usbd4j.gadget.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usbd4j.gadget.Board;
import usbd4j.gadget.Command;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.Lack;
import usbd4j.gadget.Remedy;

class RepairTest {
    @TempDir
    private Path root;

    private final List<String> told = new ArrayList<>();

    @Test
    void saysWhatItDoesBeforeItDoesIt() {
        Path file = root.resolve("file");
        Repair repair = repairOf(List.of(need(file, Command.safe("touch", file.toString()))), sentence -> {
            told.add(sentence);
            assertThat(file).doesNotExist();
        });

        assertThat(repair.repair().isReady()).isTrue();
        assertThat(told).containsExactly("running: touch " + file);
    }

    @Test
    void goesOnWithWhatShowsOnlyThen() {
        Path folder = root.resolve("folder");
        Path file = folder.resolve("file");
        Check inFolder = () -> Files.exists(folder)
                ? need(file, Command.safe("touch", file.toString())).look()
                : Row.ok("none", "", "");

        Report report = repairOf(List.of(inFolder, need(folder, Command.safe("mkdir", folder.toString()))), told::add)
                .repair();

        assertThat(report.isReady()).isTrue();
        assertThat(told).containsExactly("running: mkdir " + folder, "running: touch " + file);
    }

    @Test
    void tellsOfACommandThatFailsAndDoesNotRepeatIt() {
        Repair repair = repairOf(List.of(need(root.resolve("never"), Command.safe("false"))), told::add);

        assertThat(repair.repair().isReady()).isFalse();
        assertThat(told).containsExactly("running: false", "it ended with status 1: ");
    }

    @Test
    void tellsOfACommandThatThereIsNot() {
        Repair repair = repairOf(List.of(need(root.resolve("never"), Command.safe("/nowhere/modprobe"))), told::add);

        assertThat(repair.repair().isReady()).isFalse();
        assertThat(told).hasSize(2).last().asString().startsWith("it cannot be run: ");
    }

    @Test
    void leavesToPeopleWhatTakesSomethingAway() {
        Path file = root.resolve("file");

        repairOf(List.of(need(file, Command.risky("touch", file.toString()))), told::add)
                .repair();

        assertThat(file).doesNotExist();
        assertThat(told).isEmpty();
    }

    private Repair repairOf(List<Check> checks, Consumer<String> tell) {
        return new Repair(new Doctor(new Board(root), checks), tell);
    }

    private static Check need(Path file, Command command) {
        return () -> Files.exists(file)
                ? Row.ok("file", "there", "a file")
                : Row.missing(
                        "file",
                        "none",
                        "a file",
                        new Lack(ExitStatus.NOT_READY, "There is no file", Remedy.by("make it", command)));
    }
}
