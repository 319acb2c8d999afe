package usbd4j.dfu.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usbd4j.dfu.DfuStatus;
import usbd4j.dfu.flash.MemoryLayout;
import usbd4j.stack.UsbException;

class FlashImageTest {
    private static final byte ERASED = (byte) 0xFF;

    /** Two areas, of which the second has the lower address: 4 sectors of 16 bytes, and one of 8. */
    private static final MemoryLayout LAYOUT = MemoryLayout.of("@Flash/0x00001000/04*016Bg/0x00000100/01*008Bg");

    @TempDir
    private Path directory;

    @Test
    void newFlashIsErased() {
        assertThat(cells(0x1000, 64)).containsOnly(ERASED);
        assertThat(cells(0x100, 8)).containsOnly(ERASED);
        assertThat(directory.resolve("current")).doesNotExist();
    }

    @Test
    void savedChangesPersist() {
        with(flash -> {
            flash.write(0x1000, bytes(1, 2, 3));
            flash.save();
        });

        assertThat(cells(0x1000, 5)).containsExactly(1, 2, 3, ERASED, ERASED);
        assertThat(directory.resolve("image-1")).hasBinaryContent(new byte[] {1, 2, 3});
    }

    @Test
    void unsavedChangesAreLost() {
        with(flash -> {
            flash.write(0x1000, bytes(1, 2, 3));
            flash.save();
        });
        with(flash -> {
            flash.erase(0x1000, 16);
            flash.write(0x1000, bytes(4));
        });

        with(flash -> assertThat(flash.condition()).isEqualTo(DfuStatus.ERR_POR));
        assertThat(cells(0x1000, 5)).containsExactly(1, 2, 3, ERASED, ERASED);
    }

    @Test
    void unsavedChangesCanBeRead() {
        with(flash -> {
            flash.write(0x1010, bytes(9));

            assertThat(read(flash, 0x100F, 3)).containsExactly(ERASED, 9, ERASED);
        });
    }

    @Test
    void bytesMayCrossAdjacentRegions() {
        MemoryLayout adjacent = MemoryLayout.of("@Flash/0x00001008/01*008Bg/0x00001000/01*008Bg");
        try (StoredImage image = new StoredImage(directory)) {
            FlashImage flash = new FlashImage(image, adjacent);
            flash.write(0x1006, bytes(1, 2, 3, 4));

            assertThat(read(flash, 0x1005, 6)).containsExactly(ERASED, 1, 2, 3, 4, ERASED);
            flash.save();
        }
        assertThat(directory.resolve("image-1"))
                .hasBinaryContent(new byte[] {3, 4, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 1, 2});
    }

    @Test
    void eraseOfASectorInTheMiddle() {
        with(flash -> {
            flash.write(0x1000, pattern(64));
            flash.erase(0x1010, 16);
            flash.save();
        });

        assertThat(cells(0x1000, 16)).isEqualTo(pattern(16).array());
        assertThat(cells(0x1010, 16)).containsOnly(ERASED);
        assertThat(cells(0x1020, 32)).isEqualTo(Arrays.copyOfRange(pattern(64).array(), 32, 64));
    }

    @Test
    void erasedSectorsAtTheEndAreNotStored() {
        with(flash -> {
            flash.write(0x1000, pattern(64));
            flash.erase(0x1010, 16);
            flash.erase(0x1020, 16);
            flash.erase(0x1030, 16);
            flash.save();
        });

        assertThat(directory.resolve("image-1")).hasSize(16);
        assertThat(cells(0x1010, 48)).containsOnly(ERASED);
    }

    @Test
    void erasedFlashIsAnEmptyFile() {
        with(flash -> {
            flash.write(0x1000, pattern(64));
            for (int sector = 0; sector < 4; sector++) {
                flash.erase(0x1000 + 16 * sector, 16);
            }
            flash.save();
        });

        assertThat(directory.resolve("image-1")).isEmptyFile();
    }

    @Test
    void savingWithoutChangesWritesNothing() {
        with(flash -> {
            flash.write(0x1000, bytes(1));
            flash.save();
        });
        with(flash -> {
            read(flash, 0x1000, 1);
            flash.save();
        });

        assertThat(directory.resolve("image-1")).exists();
        assertThat(directory.resolve("image-2")).doesNotExist();
    }

    @Test
    void damageIsReportedUntilTheNextChange() throws IOException {
        with(flash -> {
            flash.write(0x1000, bytes(1));
            flash.save();
        });
        Files.write(directory.resolve("image-1"), new byte[] {2});

        with(flash -> {
            assertThat(flash.condition()).isEqualTo(DfuStatus.ERR_FIRMWARE);
            flash.erase(0x1000, 16);
            assertThat(flash.condition()).isEqualTo(DfuStatus.OK);
            flash.save();
            assertThat(flash.condition()).isEqualTo(DfuStatus.OK);
        });
    }

    @Test
    void aWriteErrorNamesTheStore() {
        with(flash -> {
            directory.resolve("image-1").toFile().mkdir();

            assertThatExceptionOfType(UsbException.class)
                    .isThrownBy(() -> flash.write(0x1000, bytes(1)))
                    .withMessageContainingAll("cannot write to the firmware store", directory.toString());
            assertThat(read(flash, 0x1000, 1)).containsExactly(ERASED);
        });
    }

    /** Every write to /dev/full fails with ENOSPC. */
    @Test
    void aFullDiskLosesTheUnsavedChanges() {
        with(flash -> {
            flash.write(0x1000, bytes(1, 2));
            flash.save();
        });
        with(flash -> {
            link(directory.resolve("image-2"), Path.of("/dev/full"));
            assertThatExceptionOfType(UsbException.class)
                    .isThrownBy(() -> flash.write(0x1002, bytes(3)))
                    .withMessageContaining("cannot write to the firmware store");
            assertThat(read(flash, 0x1000, 3)).containsExactly(1, 2, ERASED);
            flash.write(0x1002, bytes(4));
            flash.save();
        });

        assertThat(cells(0x1000, 3)).containsExactly(1, 2, 4);
    }

    private static void link(Path link, Path target) {
        try {
            Files.createSymbolicLink(link, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void with(Consumer<FlashImage> use) {
        try (StoredImage image = new StoredImage(directory)) {
            use.accept(new FlashImage(image, LAYOUT));
        }
    }

    private byte[] cells(long address, int length) {
        byte[][] read = new byte[1][];
        with(flash -> read[0] = read(flash, address, length));
        return read[0];
    }

    private static byte[] read(FlashImage flash, long address, int length) {
        ByteBuffer into = ByteBuffer.allocate(length);
        flash.read(address, into);
        return into.array();
    }

    private static ByteBuffer bytes(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length);
        Arrays.stream(values).forEach(each -> bytes.put((byte) each));
        return bytes.flip();
    }

    private static ByteBuffer pattern(int length) {
        ByteBuffer pattern = ByteBuffer.allocate(length);
        for (int i = 0; i < length; i++) {
            pattern.put((byte) (i + 1));
        }
        return pattern.flip();
    }
}
