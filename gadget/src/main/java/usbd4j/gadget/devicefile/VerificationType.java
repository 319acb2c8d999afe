package usbd4j.gadget.devicefile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import usbd4j.dfu.store.Crc32Verification;
import usbd4j.dfu.store.SignatureVerification;
import usbd4j.dfu.store.Verification;

/** How images are verified. */
final class VerificationType {
    static final ValueType<Verification> VERIFICATION =
            TextTypes.TEXT.as("\"none\", \"crc32\" or \"ed25519:FILE\"", VerificationType::of, any -> "none");

    private static final String SIGNATURE = "ed25519:";

    private VerificationType() {}

    private static Verification of(String text) {
        if (text.startsWith(SIGNATURE) && text.length() > SIGNATURE.length()) {
            return signature(Path.of(text.substring(SIGNATURE.length())));
        }
        return switch (text) {
            case "none" -> Verification.NONE;
            case "crc32" -> new Crc32Verification();
            default ->
                throw new IllegalArgumentException("\"%s\" is none of none, crc32, ed25519:FILE".formatted(text));
        };
    }

    private static Verification signature(Path file) {
        try {
            return SignatureVerification.by(Files.readString(file));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "cannot read the public key %s: %s (%s)"
                            .formatted(file, e.getMessage(), e.getClass().getSimpleName()),
                    e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("%s: %s".formatted(file, e.getMessage()), e);
        }
    }
}
