package usbd4j.gadget.library;

import java.util.Optional;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.Lack;
import usbd4j.gadget.Remedy;
import usbd4j.stack.linux.NativeAccess;

/** Whether system calls can be made. */
public final class NativeLibrary {
    private NativeLibrary() {}

    /** {@return what is missing for system calls; empty if they can be made} The first call loads the library. */
    public static Optional<Lack> lack() {
        return NativeAccess.failure().map(why -> lack(why, TemporaryFolder.ofThisProcess()));
    }

    /**
     * {@return the sentence for a library that does not load}
     *
     * @param why what Java says
     * @param folder from where it should be run
     */
    static Lack lack(String why, TemporaryFolder folder) {
        return folder.lack()
                .orElseGet(() -> new Lack(
                        ExitStatus.NOT_READY,
                        "JNA's native library does not load (%s)".formatted(why),
                        Remedy.byHand(
                                "use a Java and a system of the same architecture (%s), with glibc; on others report it, please"
                                        .formatted(NativeAccess.description()))));
    }

    /** Throws an exception if system calls cannot be made. */
    public static void require() {
        lack().ifPresent(lack -> {
            throw lack.exception();
        });
    }
}
