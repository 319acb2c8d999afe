package usbd4j.dfu.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import usbd4j.dfu.DfuStatus;

/**
 * Accepts an image that ends with the 64-byte Ed25519 signature (RFC 8032) of the bytes before.
 *
 * @param key the public key of the signer
 */
public record SignatureVerification(PublicKey key) implements Verification {
    private static final String ALGORITHM = "Ed25519";
    private static final int SIGNATURE_LENGTH = 64;
    private static final int CHUNK = 1 << 16;
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN PUBLIC KEY-----\\s+([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----\\s*");

    /**
     * {@return the verification with a key}
     *
     * @param pem the public key as {@code openssl pkey -pubout} writes it
     * @throws IllegalArgumentException if it is not one, with a sentence
     */
    public static SignatureVerification by(String pem) {
        Matcher matcher = PEM.matcher(pem);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no public key in PEM format, as \"openssl pkey -pubout\" writes it");
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(matcher.group(1));
            return new SignatureVerification(
                    KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(der)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no Ed25519 public key: " + e.getMessage(), e);
        }
    }

    /** {@return OK; or errFILE, "fails some vendor-specific verification test" (DFU 1.1, 6.1.2)} */
    @Override
    public DfuStatus verify(FileChannel image) throws IOException {
        long end = image.size() - SIGNATURE_LENGTH;
        if (end < 0) {
            return DfuStatus.ERR_FILE;
        }
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            for (long offset = 0; offset < end; offset += CHUNK) {
                signature.update(ImagePart.read(image, offset, (int) Math.min(CHUNK, end - offset)));
            }
            byte[] last = ImagePart.read(image, end, SIGNATURE_LENGTH).array();
            return signature.verify(last) ? DfuStatus.OK : DfuStatus.ERR_FILE;
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("the key was made for Ed25519", e);
        } catch (GeneralSecurityException e) {
            // The bytes do not have the form of a signature.
            return DfuStatus.ERR_FILE;
        }
    }
}
