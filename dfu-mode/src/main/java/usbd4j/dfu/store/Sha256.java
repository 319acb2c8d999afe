package usbd4j.dfu.store;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 that grows with what is written. */
final class Sha256 {
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

    /** {@return the sum of all bytes, in hexadecimal} */
    String sum() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
