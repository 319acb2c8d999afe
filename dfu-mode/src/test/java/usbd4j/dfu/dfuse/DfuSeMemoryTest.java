package usbd4j.dfu.dfuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import usbd4j.dfu.DfuStatus;
import usbd4j.dfu.flash.Access;
import usbd4j.dfu.flash.Flash;
import usbd4j.dfu.flash.FlashFaults;
import usbd4j.dfu.flash.FlashTimes;
import usbd4j.dfu.flash.MemoryLayout;
import usbd4j.dfu.flash.RamCells;
import usbd4j.dfu.flash.Region;
import usbd4j.dfu.mode.Work;
import usbd4j.stack.descriptor.UsbString;

class DfuSeMemoryTest {
    private static DfuSeMemory memory(Set<DfuSeCommand> commands) {
        MemoryLayout layout = new MemoryLayout(List.of(new Region(0x1000, 1, 1024, Access.ALL)));
        Flash flash = new Flash(layout, FlashTimes.NONE, FlashFaults.NONE, new RamCells());
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
    void leavingTakesItsTime() {
        assertThat(memory(Set.of()).manifestationTime()).isEqualTo(Duration.ofMillis(5));
    }
}
