package usbd4j.board;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/** A file of DfuSe (UM0391): it says which alternate setting its data are for, and at which address they belong. */
final class DfuSeFile {
    private static final int PREFIX = 11;
    private static final int TARGET_PREFIX = 274;
    private static final int TARGET_NAME = 255;
    private static final int ELEMENT_PREFIX = 8;

    private DfuSeFile() {}

    /** Makes a file for the boot loader of an STM32, with one element. */
    static Path make(FirmwareStore store, int bAlternateSetting, int address, byte... data) {
        int length = PREFIX + TARGET_PREFIX + ELEMENT_PREFIX + data.length;
        ByteBuffer file = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        file.put("DfuSe".getBytes(US_ASCII)).put((byte) 1).putInt(length).put((byte) 1);
        file.put("Target".getBytes(US_ASCII)).put((byte) bAlternateSetting).putInt(0);
        file.position(file.position() + TARGET_NAME);
        file.putInt(ELEMENT_PREFIX + data.length).putInt(1);
        file.putInt(address).putInt(data.length).put(data);
        Path path = store.file("firmware.dfu", file.array());
        Tool suffix =
                Tool.run("dfu-suffix", "-S", "0x011a", "-v", "0483", "-p", "df11", "-d", "0200", "-a", path.toString());
        assertThat(suffix.status()).as(suffix.output()).isZero();
        return path;
    }
}
