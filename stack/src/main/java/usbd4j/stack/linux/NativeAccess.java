package usbd4j.stack.linux;

import com.sun.jna.Native;
import com.sun.jna.Platform;
import java.util.Optional;

/** Whether JNA's native library is there, which makes the system calls. Where it is not, nothing else of this package works. */
public final class NativeAccess {
    private NativeAccess() {}

    /** {@return what Java says if the library does not load; empty if it is loaded} */
    public static Optional<String> failure() {
        return Holder.FAILURE;
    }

    /** {@return JNA's version and the name of the library, such as "JNA 5.19.1, linux-aarch64"} */
    public static String description() {
        return "JNA %s, %s".formatted(Native.VERSION, Platform.RESOURCE_PREFIX);
    }

    /** The library loads once; Java tells why it does not only the first time. */
    private static final class Holder {
        private static final Optional<String> FAILURE = load();

        private static Optional<String> load() {
            try {
                LibC.getpid();
                return Optional.empty();
            } catch (LinkageError e) {
                return Optional.of(
                        String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
            }
        }
    }
}
