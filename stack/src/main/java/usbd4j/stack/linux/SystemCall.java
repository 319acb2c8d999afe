package usbd4j.stack.linux;

import com.sun.jna.Native;
import java.util.function.IntSupplier;

/** The only place that reads errno. */
final class SystemCall {
    /** The result of a call that was interrupted by a signal and has to be repeated. */
    static final int INTERRUPTED = -Errno.EINTR.number();

    private SystemCall() {}

    /**
     * {@return the call's result, or its negative errno}
     *
     * @param returned the return value of the call, which must be the last one on this thread
     */
    static int result(int returned) {
        return returned >= 0 ? returned : -Native.getLastError();
    }

    /**
     * {@return the call's result}
     *
     * @param what what the call does, as in "open /dev/null"
     * @param call the call, repeated if a signal interrupts it
     * @throws LinuxException if it fails
     */
    static int checked(String what, IntSupplier call) {
        int result;
        do {
            result = result(call.getAsInt());
        } while (result == INTERRUPTED);
        if (result < 0) {
            throw new LinuxException("cannot " + what, -result);
        }
        return result;
    }
}
