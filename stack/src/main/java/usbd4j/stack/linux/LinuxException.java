package usbd4j.stack.linux;

import java.util.Optional;
import usbd4j.stack.UsbException;

/** A system call failed. */
public final class LinuxException extends UsbException {
    private static final long serialVersionUID = 1;

    private final int errno;

    /**
     * A failure.
     *
     * @param what what failed, as in "cannot open /dev/null"
     * @param errno the number of the error
     */
    public LinuxException(String what, int errno) {
        super("%s: %s".formatted(what, Errno.describe(errno)));
        this.errno = errno;
    }

    /** {@return the error, or empty if {@link Errno} does not list it} */
    public Optional<Errno> errno() {
        return Errno.of(errno);
    }

    /** {@return name and meaning of the error, such as "ENOENT, no such file or directory"} */
    public String errnoInWords() {
        return Errno.describe(errno);
    }

    /**
     * {@return whether it was this error}
     *
     * @param candidate the error in question
     */
    public boolean is(Errno candidate) {
        return errno == candidate.number();
    }
}
