package usbd4j.dfu.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of bytes that come in parts. */
final class Sha256 {
    private static final int CHUNK = 1 << 16;

    private final MessageDigest digest;

    Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Adds bytes from position to limit; neither moves. */
    void add(ByteBuffer bytes) {
        digest.update(bytes.duplicate());
    }

    /** {@return the SHA-256 of a file, in hexadecimal} */
    static String of(FileChannel file) throws IOException {
        Sha256 sha256 = new Sha256();
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        long at = 0;
        while (file.read(chunk, at) >= 0) {
            at += chunk.position();
            sha256.add(chunk.flip());
            chunk.clear();
        }
        return sha256.sum();
    }

    /** {@return the SHA-256 of all bytes so far, in hexadecimal} */
    String sum() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
