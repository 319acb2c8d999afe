package usbd4j.dfu.dfuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import usbd4j.dfu.DfuStatus;
import usbd4j.dfu.flash.Access;
import usbd4j.dfu.flash.Cells;
import usbd4j.dfu.flash.Flash;
import usbd4j.dfu.flash.FlashFaults;
import usbd4j.dfu.flash.FlashTimes;
import usbd4j.dfu.flash.MemoryLayout;
import usbd4j.dfu.flash.RamCells;
import usbd4j.dfu.flash.Region;
import usbd4j.dfu.mode.Work;
import usbd4j.dfu.store.FlashImage;
import usbd4j.dfu.store.StoredImage;
import usbd4j.stack.descriptor.UsbString;

class DfuSeMemoryTest {
    private static final MemoryLayout LAYOUT = new MemoryLayout(List.of(new Region(0x1000, 1, 1024, Access.ALL)));

    private static DfuSeMemory memory(Set<DfuSeCommand> commands) {
        return memory(commands, new RamCells());
    }

    private static DfuSeMemory memory(Set<DfuSeCommand> commands, Cells cells) {
        Flash flash = new Flash(LAYOUT, FlashTimes.NONE, FlashFaults.NONE, cells);
        return new DfuSeMemory(
                Optional.of(UsbString.of("any name")),
                flash,
                64,
                new DfuSeOptions(commands, Duration.ofMillis(5), UploadEnd.ERROR, 0));
    }

    @Test
    void hasTheNameThatItIsGiven() {
        assertThat(memory(Set.of()).name()).contains(UsbString.of("any name"));
    }

    @Test
    void theListHasTheCommandsThatThereAre() {
        assertThat(memory(EnumSet.of(DfuSeCommand.ERASE, DfuSeCommand.SET_ADDRESS_POINTER))
                        .upload(0, 0, 64)
                        .bytes())
                .isEqualTo(ByteBuffer.wrap(new byte[] {0x00, 0x21, 0x41}));
    }

    @Test
    void aCommandThatThereIsNotIsRefused() {
        ByteBuffer readUnprotect = ByteBuffer.wrap(new byte[] {(byte) 0x92});

        assertThat(memory(EnumSet.of(DfuSeCommand.ERASE)).download(0, 0, readUnprotect))
                .isEqualTo(Work.failed(DfuStatus.ERR_STALLEDPKT));
    }

    @ParameterizedTest
    @EnumSource
    void aCommandHasACode(DfuSeCommand command) {
        assertThat(DfuSeCommand.of(command.code())).contains(command);
    }

    @Test
    void flashThatCannotBeReadIsAnError(@TempDir Path directory) throws IOException {
        try (StoredImage image = new StoredImage(directory)) {
            FlashImage cells = new FlashImage(image, LAYOUT);
            cells.write(0x1000, ByteBuffer.wrap(new byte[] {1}));
            cells.save();
            Files.delete(directory.resolve("image-1"));

            assertThat(memory(Set.of(), cells).upload(2, 0, 64).status()).isEqualTo(DfuStatus.ERR_UNKNOWN);
        }
    }

    @Test
    void leavingTakesItsTime() {
        assertThat(memory(Set.of()).manifestationTime()).isEqualTo(Duration.ofMillis(5));
    }
}
