package usbd4j.stack.functionfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import usbd4j.stack.descriptor.StringTable;
import usbd4j.stack.descriptor.UsbString;

class StringBlobTest {
    @Test
    void hasEveryStringInEveryLanguage() {
        StringTable table = new StringTable(List.of(UsbString.of("ab").with(0x0407, "ü"), UsbString.of("c")));

        assertThat(bytes(StringBlob.of(table)))
                .containsExactly(
                        2, // magic
                        0,
                        0,
                        0,
                        30, // length
                        0,
                        0,
                        0,
                        2, // str_count
                        0,
                        0,
                        0,
                        2, // lang_count
                        0,
                        0,
                        0,
                        //
                        0x07, // German
                        0x04,
                        0xC3, // ü, in UTF-8
                        0xBC,
                        0,
                        'c', // has no German text: the English one
                        0,
                        //
                        0x09, // English
                        0x04,
                        'a',
                        'b',
                        0,
                        'c',
                        0);
    }

    @Test
    void isOnlyAHeaderWithoutStrings() {
        assertThat(bytes(StringBlob.of(new StringTable(List.of()))))
                .containsExactly(
                        2, // magic
                        0, 0, 0, 16, // length
                        0, 0, 0, 0, // str_count
                        0, 0, 0, 0, // lang_count
                        0, 0, 0);
    }

    @Test
    void aStringThatTheKernelWouldCutIsRefused() {
        StringTable longest = new StringTable(List.of(UsbString.of("ü".repeat(63))));
        StringTable tooLong = new StringTable(List.of(UsbString.of("ü".repeat(63) + "x")));

        assertThat(bytes(StringBlob.of(longest))).hasSize(16 + 2 + 126 + 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StringBlob.of(tooLong))
                .withMessageContaining("has 127 bytes in UTF-8; the kernel shows the first 126");
    }

    private static byte[] bytes(ByteBuffer blob) {
        byte[] bytes = new byte[blob.remaining()];
        blob.get(bytes);
        return bytes;
    }
}
