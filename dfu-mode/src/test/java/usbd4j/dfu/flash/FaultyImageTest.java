package usbd4j.dfu.flash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import usbd4j.dfu.DfuStatus;
import usbd4j.dfu.store.ImageMemory;
import usbd4j.dfu.store.StoredImage;
import usbd4j.dfu.store.Verification;

class FaultyImageTest {
    @TempDir
    private Path directory;

    @AutoClose
    private StoredImage image;

    private ImageMemory memory;

    @BeforeEach
    void open() {
        image = new StoredImage(directory);
        memory = new ImageMemory(Optional.empty(), 100, 0, Duration.ZERO, Duration.ZERO, Verification.NONE, image);
    }

    private FaultyImage with(FlashFault fault, long place) {
        return new FaultyImage(
                memory,
                FlashFaults.NONE.with(fault, Set.of(place)),
                new ReadProtection(false),
                new PowerCuts(Set.of()));
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"READ"})
    void aBlockWithAFaultHasItsStatus(FlashFault fault) {
        FaultyImage faulty = with(fault, 5);

        assertThat(faulty.download(0, 0, ByteBuffer.allocate(5)).status()).isEqualTo(DfuStatus.OK);
        assertThat(faulty.download(1, 5, ByteBuffer.allocate(5)).status()).isEqualTo(fault.status());
    }

    @Test
    void aBlockThatCannotBeReadIsErrUnknown() {
        FaultyImage faulty = with(FlashFault.READ, 5);
        faulty.download(0, 0, ByteBuffer.allocate(8));
        faulty.manifest();

        assertThat(faulty.upload(0, 0, 5).status()).isEqualTo(DfuStatus.OK);
        assertThat(faulty.upload(1, 5, 5).status()).isEqualTo(DfuStatus.ERR_UNKNOWN);
        assertThat(faulty.upload(1, 6, 5).bytes().remaining()).isEqualTo(2);
    }

    @Test
    void aProtectedImageIsReplacedButNotRead() {
        FaultyImage guarded =
                new FaultyImage(memory, FlashFaults.NONE, new ReadProtection(true), new PowerCuts(Set.of()));

        assertThat(guarded.download(0, 0, ByteBuffer.allocate(8)).status()).isEqualTo(DfuStatus.OK);
        assertThat(guarded.upload(0, 0, 8).status()).isEqualTo(DfuStatus.ERR_VENDOR);
    }

    @Test
    void whereThePowerFailsTheFirmwareStaysTheOldOneAndTheHostIsToldErrPor() {
        FaultyImage cut =
                new FaultyImage(memory, FlashFaults.NONE, new ReadProtection(false), new PowerCuts(Set.of(5L)));
        cut.download(0, 0, ByteBuffer.allocate(5));
        assertThat(cut.condition()).isEqualTo(DfuStatus.OK);

        assertThat(cut.download(1, 5, ByteBuffer.allocate(5)).resets()).isTrue();
        cut.abort();

        assertThat(cut.condition()).isEqualTo(DfuStatus.ERR_POR);
        assertThat(image.length()).isZero();
    }

    @Test
    void thePowerFailsOnce() {
        FaultyImage cut =
                new FaultyImage(memory, FlashFaults.NONE, new ReadProtection(false), new PowerCuts(Set.of(5L)));
        cut.download(0, 0, ByteBuffer.allocate(8));

        assertThat(cut.download(0, 0, ByteBuffer.allocate(8)).resets()).isFalse();
        assertThat(cut.manifest()).isEqualTo(DfuStatus.OK);
        assertThat(cut.condition()).isEqualTo(DfuStatus.OK);
    }
}
