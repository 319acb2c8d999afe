package usbd4j.dfu.store;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import usbd4j.dfu.DfuStatus;

/** Which images are accepted. The key and the signature of "hello, world" were made with openssl. */
class VerificationTest {
    private static final String KEY = """
            -----BEGIN PUBLIC KEY-----
            MCowBQYDK2VwAyEAhQ93n1yLqoZcDn9QTT79nX8ibLTWD3+kLevApzvb2jw=
            -----END PUBLIC KEY-----
            """;
    private static final String RSA_KEY = """
            -----BEGIN PUBLIC KEY-----
            MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAMvxkxZ/ERD/junuTSg+TFtZlmxBOt4u
            bmTbVICFMGdqSNRy7odZnEk9JMd18TkZ5JiD4pgCKMYiln8u/wGahUcCAwEAAQ==
            -----END PUBLIC KEY-----
            """;
    private static final byte[] SIGNATURE = HexFormat.of()
            .parseHex("10397094d5ec41e3d00870bed4389a9eff77e3ed03b25038d92d636819bfec6f"
                    + "2c18ac3c6cf82db0e042fe9bec4e4a06d4f81d97cfad958761efcfd3bbce160e");

    @TempDir
    private Path directory;

    @AutoClose
    private StoredImage image;

    @BeforeEach
    void open() {
        image = new StoredImage(directory);
        manifest(Verification.NONE, bytes("old"));
    }

    @Test
    void aSignedImageIsAccepted() {
        assertThat(manifest(SignatureVerification.by(KEY), bytes("hello, world"), SIGNATURE))
                .isEqualTo(DfuStatus.OK);
        assertThat(image.length()).isEqualTo(12 + 64);
    }

    @Test
    void anImageChangedAfterSigningIsRefused() {
        assertRefused(DfuStatus.ERR_FILE, SignatureVerification.by(KEY), bytes("Hello, world"), SIGNATURE);
    }

    @Test
    void aMalformedSignatureIsRefused() {
        byte[] noPoint = new byte[64];
        Arrays.fill(noPoint, (byte) 0xFF);

        assertRefused(DfuStatus.ERR_FILE, SignatureVerification.by(KEY), bytes("hello, world"), noPoint);
    }

    @Test
    void anImageTooShortForASignatureIsRefused() {
        assertRefused(DfuStatus.ERR_FILE, SignatureVerification.by(KEY), bytes("hello, world"));
    }

    @Test
    void anImageWithItsCrcIsAccepted() {
        byte[] large = new byte[200_000];
        large[150_000] = 1;

        assertThat(manifest(new Crc32Verification(), large, crc(large))).isEqualTo(DfuStatus.OK);
    }

    @Test
    void anImageWithAWrongCrcIsRefused() {
        assertRefused(DfuStatus.ERR_VERIFY, new Crc32Verification(), bytes("hello"), crc(bytes("hallo")));
    }

    @Test
    void anImageTooShortForACrcIsRefused() {
        assertRefused(DfuStatus.ERR_VERIFY, new Crc32Verification(), bytes("abc"));
    }

    @Test
    void aKeyOfAnotherAlgorithmIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SignatureVerification.by(RSA_KEY))
                .withMessageContaining("no Ed25519 public key");
    }

    @Test
    void textWithoutAKeyIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SignatureVerification.by("hello"))
                .withMessageContaining("no public key in PEM");
    }

    private void assertRefused(DfuStatus status, Verification verification, byte[]... parts) {
        assertThat(manifest(verification, parts)).isEqualTo(status);
        assertThat(image.read(0, 100)).isEqualTo(ByteBuffer.wrap(bytes("old")));
        assertThat(image.appended()).isZero();
    }

    private DfuStatus manifest(Verification verification, byte[]... parts) {
        ImageMemory memory =
                new ImageMemory(Optional.empty(), 1 << 20, 0, Duration.ZERO, Duration.ZERO, verification, image);
        long offset = 0;
        for (byte[] part : parts) {
            memory.download(0, offset, ByteBuffer.wrap(part));
            offset += part.length;
        }
        return memory.manifest();
    }

    private static byte[] crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) crc.getValue())
                .array();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(US_ASCII);
    }
}
