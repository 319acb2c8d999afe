package usbd4j.dfu.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 that grows with what is written. */
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

    /** Takes bytes from position to limit; neither moves. */
    void add(ByteBuffer bytes) {
        digest.update(bytes.duplicate());
    }

    /** {@return the sum of a file from its beginning, in hexadecimal} */
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

    /** {@return the sum of all bytes, in hexadecimal} */
    String sum() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
