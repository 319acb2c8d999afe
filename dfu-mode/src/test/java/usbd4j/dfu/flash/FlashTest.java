package usbd4j.dfu.flash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import usbd4j.dfu.DfuStatus;
import usbd4j.dfu.mode.Work;

/** Two sectors of 256 bytes at 0x1000, two of 1024 after them, a protected one after those, and one that cannot be read. */
class FlashTest {
    private static final MemoryLayout LAYOUT = new MemoryLayout(List.of(
            new Region(0x1000, 2, 0x100, Access.ALL),
            new Region(0x1200, 2, 0x400, Access.ALL),
            new Region(0x1A00, 1, 0x100, Access.READ_ONLY),
            new Region(0x9000, 1, 0x100, new Access(false, false, true))));

    private static final FlashTimes TIMES = new FlashTimes(Duration.ofMillis(16), Duration.ofMillis(300));

    private final RamCells cells = new RamCells();
    private final Flash flash = new Flash(LAYOUT, TIMES, FlashFaults.NONE, cells);

    @Test
    void flashIsErasedAtFirst() {
        assertThat(read(0x1000, 0xB00)).containsOnly(0xFF).hasSize(0xB00);
    }

    @Test
    void whatWasProgrammedIsRead() {
        flash.program(0x1234, bytes(1, 2, 3));

        assertThat(read(0x1233, 5)).containsExactly(0xFF, 1, 2, 3, 0xFF);
    }

    @Test
    void programmingReachesOverSectorsAndRegions() {
        byte[] random = new byte[0x800];
        new Random(1).nextBytes(random);
        assertThat(flash.program(0x1080, ByteBuffer.wrap(random)).status()).isEqualTo(DfuStatus.OK);

        ByteBuffer read = ByteBuffer.allocate(random.length);
        flash.read(0x1080, read);
        assertThat(read.array()).isEqualTo(random);
    }

    /** All 65,536 pairs of what was in a cell and what comes. */
    @Test
    void programmingOnlyClearsBits() {
        for (int old = 0; old <= 0xFF; old++) {
            for (int wanted = 0; wanted <= 0xFF; wanted++) {
                flash.erase(0x1000);
                flash.program(0x1000, bytes(old));
                boolean isPossible = (old | wanted) == old;

                assertThat(flash.program(0x1000, bytes(wanted)).status())
                        .isEqualTo(isPossible ? DfuStatus.OK : DfuStatus.ERR_CHECK_ERASED);
                assertThat(cell(0x1000)).isEqualTo(isPossible ? wanted : old);
            }
        }
    }

    @Test
    void aProtectedSectorStaysAsItIs() {
        Flash guarded = new Flash(LAYOUT, TIMES, FlashFaults.NONE.with(FlashFault.PROTECTION, Set.of(0x1150L)), cells);
        cells.write(0x1100, bytes(0x55));

        assertThat(guarded.erase(0x11FF)).isEqualTo(Work.failed(DfuStatus.ERR_VENDOR));
        assertThat(guarded.program(0x1000, ByteBuffer.allocate(0x101))).isEqualTo(Work.failed(DfuStatus.ERR_VENDOR));
        assertThat(guarded.program(0x1000, ByteBuffer.allocate(0x100)).status()).isEqualTo(DfuStatus.OK);
        assertThat(guarded.eraseAll().status()).isEqualTo(DfuStatus.ERR_VENDOR);
        assertThat(read(0x10FF, 2)).containsExactly(0xFF, 0x55);
    }

    @Test
    void whatMeetsACellThatIsNotErasedChangesNothing() {
        flash.program(0x1002, bytes(0));

        assertThat(flash.program(0x1000, bytes(1, 2, 3))).isEqualTo(Work.failed(DfuStatus.ERR_CHECK_ERASED));
        assertThat(read(0x1000, 3)).containsExactly(0xFF, 0xFF, 0);
    }

    @Test
    void afterErasingACellCanBeProgrammedAgain() {
        flash.program(0x1000, bytes(0));
        flash.erase(0x10FF);

        assertThat(flash.program(0x1000, bytes(7)).status()).isEqualTo(DfuStatus.OK);
    }

    @Test
    void oneSectorIsErasedAndNoOther() {
        flash.program(0x10FF, bytes(1, 2));
        flash.program(0x11FF, bytes(3, 4));
        flash.erase(0x1180);

        assertThat(read(0x10FF, 2)).containsExactly(1, 0xFF);
        assertThat(read(0x11FF, 2)).containsExactly(0xFF, 4);
    }

    @Test
    void allSectorsAreErasedButTheProtected() {
        flash.program(0x10FF, bytes(1, 2));
        flash.program(0x19FF, bytes(3));
        cells.write(0x1A00, bytes(5));
        flash.eraseAll();

        assertThat(read(0x1000, 0xA00)).containsOnly(0xFF);
        assertThat(cell(0x1A00)).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 0xFFF, 0x1B00, 0xFFFF_FFFFL, 0x1_0000_1000L})
    void outsideThereIsNoAddress(long address) {
        assertThat(flash.erase(address)).isEqualTo(Work.failed(DfuStatus.ERR_ADDRESS));
        assertThat(flash.program(address, bytes(1))).isEqualTo(Work.failed(DfuStatus.ERR_ADDRESS));
        assertThat(flash.read(address, ByteBuffer.allocate(1))).isEqualTo(DfuStatus.ERR_ADDRESS);
    }

    @Test
    void whatReachesIntoAProtectedSectorIsRefusedAsAWhole() {
        assertThat(flash.program(0x19FF, bytes(1, 2))).isEqualTo(Work.failed(DfuStatus.ERR_VENDOR));
        assertThat(cell(0x19FF)).isEqualTo(0xFF);
    }

    @Test
    void whatReachesOutsideIsRefusedAsAWhole() {
        assertThat(flash.program(0x90FF, bytes(1, 2))).isEqualTo(Work.failed(DfuStatus.ERR_ADDRESS));
        assertThat(cell(0x90FF)).isEqualTo(0xFF);
    }

    @Test
    void aProtectedSectorIsNotErased() {
        assertThat(flash.erase(0x1A00)).isEqualTo(Work.failed(DfuStatus.ERR_VENDOR));
    }

    @Test
    void memoryOfWhichNothingMayBeErasedIsProtected() {
        MemoryLayout rom = new MemoryLayout(List.of(new Region(0, 1, 1, Access.READ_ONLY)));

        assertThat(new Flash(rom, TIMES, FlashFaults.NONE, cells).eraseAll())
                .isEqualTo(Work.failed(DfuStatus.ERR_VENDOR));
    }

    @Test
    void whatMayNotBeReadIsNot() {
        assertThat(flash.read(0x9000, ByteBuffer.allocate(1))).isEqualTo(DfuStatus.ERR_VENDOR);
    }

    @Test
    void readingEndsWithTheMemory() {
        assertThat(read(0x1AF0, 0x100)).hasSize(0x10);
    }

    @Test
    void programmingFailsAtAFaultyCell() {
        Flash faulty =
                new Flash(LAYOUT, TIMES, FlashFaults.NONE.with(FlashFault.PROGRAM, Set.of(0x1002L, 0x1003L)), cells);
        Work work = faulty.program(0x1000, bytes(1, 2, 3, 4));

        assertThat(work.status()).isEqualTo(DfuStatus.ERR_PROG);
        assertThat(read(0x1000, 4)).containsExactly(1, 2, 0xFF, 0xFF);
        assertThat(faulty.program(0x1004, bytes(5)).status()).isEqualTo(DfuStatus.OK);
    }

    @Test
    void erasingFailsInASectorWithAFaultyCell() {
        Flash faulty = new Flash(LAYOUT, TIMES, FlashFaults.NONE.with(FlashFault.ERASE, Set.of(0x11FFL)), cells);
        faulty.program(0x10FF, bytes(1, 2));

        assertThat(faulty.erase(0x1100)).isEqualTo(new Work(Duration.ofMillis(300), DfuStatus.ERR_ERASE));
        assertThat(faulty.eraseAll().status()).isEqualTo(DfuStatus.ERR_ERASE);
        assertThat(read(0x10FF, 2)).containsExactly(0xFF, 2);
    }

    private Flash with(FlashFault fault, Long... cells) {
        return new Flash(LAYOUT, TIMES, FlashFaults.NONE.with(fault, Set.of(cells)), this.cells);
    }

    @Test
    void aCellThatCannotBeWrittenKeepsItsBlockOut() {
        Work work = with(FlashFault.WRITE, 0x1002L).program(0x1000, bytes(1, 2, 3));

        assertThat(work.status()).isEqualTo(DfuStatus.ERR_WRITE);
        assertThat(read(0x1000, 3)).containsOnly(0xFF);
    }

    @Test
    void verificationFindsACellThatReadsZero() {
        Work work = with(FlashFault.VERIFY, 0x1001L).program(0x1000, bytes(1, 2, 3));

        assertThat(work.status()).isEqualTo(DfuStatus.ERR_VERIFY);
        assertThat(read(0x1000, 3)).containsExactly(1, 0, 3);
    }

    @Test
    void aCheckFindsACellThatIsNotErased() {
        Flash faulty = with(FlashFault.CHECK_ERASED, 0x1101L);
        cells.write(0x1100, bytes(1, 2, 3));

        assertThat(faulty.erase(0x1100)).isEqualTo(new Work(Duration.ofMillis(300), DfuStatus.ERR_CHECK_ERASED));
        assertThat(read(0x1100, 3)).containsExactly(0xFF, 0, 0xFF);
        assertThat(faulty.eraseAll().status()).isEqualTo(DfuStatus.ERR_CHECK_ERASED);
        assertThat(faulty.program(0x1101, bytes(1))).isEqualTo(Work.failed(DfuStatus.ERR_CHECK_ERASED));
    }

    @Test
    void aCellThatCannotBeReadKeepsItsBlockBack() {
        Flash faulty = with(FlashFault.READ, 0x1002L);
        ByteBuffer into = ByteBuffer.allocate(3);

        assertThat(faulty.read(0x1000, into)).isEqualTo(DfuStatus.ERR_UNKNOWN);
        assertThat(into.position()).isZero();
        assertThat(faulty.read(0x1003, into)).isEqualTo(DfuStatus.OK);
    }

    @Test
    void readProtectionRefusesEverythingAndChangesNothing() {
        cells.write(0x1000, bytes(5));
        Flash guarded =
                new Flash(LAYOUT, TIMES, FlashFaults.NONE, new ReadProtection(true), new PowerCuts(Set.of()), cells);

        assertThat(guarded.read(0x1000, ByteBuffer.allocate(1))).isEqualTo(DfuStatus.ERR_VENDOR);
        assertThat(guarded.program(0x1100, bytes(1))).isEqualTo(Work.failed(DfuStatus.ERR_VENDOR));
        assertThat(guarded.erase(0x1000)).isEqualTo(Work.failed(DfuStatus.ERR_VENDOR));
        assertThat(guarded.eraseAll()).isEqualTo(Work.failed(DfuStatus.ERR_VENDOR));
        assertThat(cell(0x1000)).isEqualTo(5);
    }

    @Test
    void whoeverRemovesReadProtectionFindsErasedMemory() {
        cells.write(0x1000, bytes(5));
        Flash guarded =
                new Flash(LAYOUT, TIMES, FlashFaults.NONE, new ReadProtection(true), new PowerCuts(Set.of()), cells);

        assertThat(guarded.removeReadProtection()).isEqualTo(new Work(Duration.ofMillis(1200), DfuStatus.OK));
        assertThat(guarded.isReadProtected()).isFalse();
        assertThat(cell(0x1000)).isEqualTo(0xFF);
    }

    @Test
    void readProtectionStaysWhereErasingFails() {
        FlashFaults faults = FlashFaults.NONE.with(FlashFault.ERASE, Set.of(0x1000L));
        Flash guarded = new Flash(LAYOUT, TIMES, faults, new ReadProtection(true), new PowerCuts(Set.of()), cells);

        assertThat(guarded.removeReadProtection().status()).isEqualTo(DfuStatus.ERR_ERASE);
        assertThat(guarded.isReadProtected()).isTrue();
    }

    @Test
    void whereThePowerFailsTheCellsBeforeAreProgrammed() {
        PowerCuts cuts = new PowerCuts(Set.of(0x1002L));
        Flash cut = new Flash(LAYOUT, TIMES, FlashFaults.NONE, new ReadProtection(false), cuts, cells);

        assertThat(cut.program(0x1000, bytes(1, 2, 3, 4)).resets()).isTrue();
        assertThat(read(0x1000, 4)).containsExactly(1, 2, 0xFF, 0xFF);

        assertThat(cut.program(0x1000, bytes(1, 2, 3, 4)).resets())
                .as("it fails there once")
                .isFalse();
        assertThat(read(0x1000, 4)).containsExactly(1, 2, 3, 4);
    }

    @Test
    void programmingTakesTimeByItsLength() {
        assertThat(flash.program(0x1200, ByteBuffer.allocate(0x400)).time()).isEqualTo(Duration.ofMillis(16));
        assertThat(flash.program(0x1600, ByteBuffer.allocate(0x40)).time()).isEqualTo(Duration.ofMillis(1));
    }

    @Test
    void erasingTakesTimeByTheSector() {
        assertThat(flash.erase(0x1200)).isEqualTo(new Work(Duration.ofMillis(300), DfuStatus.OK));
        assertThat(flash.eraseAll()).isEqualTo(new Work(Duration.ofMillis(1200), DfuStatus.OK));
    }

    @Test
    void timesThatRunBackwardAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new FlashTimes(Duration.ZERO, Duration.ofMillis(-1)));
    }

    private static ByteBuffer bytes(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length);
        Arrays.stream(values).forEach(each -> bytes.put((byte) each));
        return bytes.flip();
    }

    private int[] read(long address, int length) {
        ByteBuffer into = ByteBuffer.allocate(length);
        assertThat(flash.read(address, into)).isEqualTo(DfuStatus.OK);
        into.flip();
        return IntStream.range(0, into.remaining())
                .map(i -> Byte.toUnsignedInt(into.get(i)))
                .toArray();
    }

    /** {@return what is in a cell, even if it may not be read} */
    private int cell(long address) {
        ByteBuffer into = ByteBuffer.allocate(1);
        cells.read(address, into);
        return Byte.toUnsignedInt(into.get(0));
    }
}
