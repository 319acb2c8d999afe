package usbd4j.stack.linux;

import java.util.Locale;
import java.util.Optional;

/** The errors of system calls that occur in this project, with their numbers on Linux and their meaning. */
public enum Errno {
    EPERM(1, "operation not permitted"),
    ENOENT(2, "no such file or directory"),
    ESRCH(3, "no such process"),
    EINTR(4, "interrupted by a signal"),
    EIO(5, "input/output error"),
    ENXIO(6, "no such device or address"),
    EBADF(9, "bad file descriptor"),
    EAGAIN(11, "try again"),
    ENOMEM(12, "out of memory"),
    EACCES(13, "permission denied"),
    EFAULT(14, "bad address"),
    EBUSY(16, "device or resource busy"),
    EEXIST(17, "file exists"),
    EXDEV(18, "invalid cross-device link"),
    ENODEV(19, "no such device"),
    ENOTDIR(20, "not a directory"),
    EISDIR(21, "is a directory"),
    EINVAL(22, "invalid argument"),
    ENFILE(23, "too many open files in the system"),
    EMFILE(24, "too many open files"),
    ENOSPC(28, "no space left on device"),
    EROFS(30, "read-only file system"),
    EPIPE(32, "broken pipe"),
    ENAMETOOLONG(36, "file name too long"),
    ENOSYS(38, "function not implemented"),
    ENOTEMPTY(39, "directory not empty"),
    EIDRM(43, "identifier removed"),
    EL2HLT(51, "level 2 halted"),
    ENODATA(61, "no data available"),
    EPROTO(71, "protocol error"),
    EBADMSG(74, "bad message"),
    EOVERFLOW(75, "value too large"),
    EBADFD(77, "file descriptor in bad state"),
    EPROTOTYPE(91, "wrong type of socket"),
    EOPNOTSUPP(95, "operation not supported"),
    EAFNOSUPPORT(97, "address family not supported"),
    EADDRINUSE(98, "address already in use"),
    EADDRNOTAVAIL(99, "address not available"),
    ENETDOWN(100, "network is down"),
    ENETUNREACH(101, "network is unreachable"),
    ECONNABORTED(103, "connection aborted"),
    ECONNRESET(104, "connection reset"),
    ESHUTDOWN(108, "transport endpoint shut down"),
    ETIMEDOUT(110, "timed out"),
    ECONNREFUSED(111, "connection refused"),
    EHOSTUNREACH(113, "no route to host"),
    EINPROGRESS(115, "operation in progress"),
    EREMOTEIO(121, "remote input/output error"),
    ECANCELED(125, "operation cancelled"),
    ENOTSUPP(524, "operation not supported");

    private final int number;
    private final String meaning;

    Errno(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    /** {@return the number, as the kernel returns it} */
    public int number() {
        return number;
    }

    /**
     * {@return the error with this number, or empty if it is not listed here}
     *
     * @param number as the kernel returns it
     */
    public static Optional<Errno> of(int number) {
        for (Errno errno : values()) {
            if (errno.number == number) {
                return Optional.of(errno);
            }
        }
        return Optional.empty();
    }

    /**
     * {@return name and meaning of this error, for a message}
     *
     * @param number as the kernel returns it
     */
    public static String describe(int number) {
        return of(number)
                .map(errno -> "%s, %s".formatted(errno.name(), errno.meaning))
                .orElseGet(() -> String.format(Locale.ROOT, "errno %d", number));
    }
}
