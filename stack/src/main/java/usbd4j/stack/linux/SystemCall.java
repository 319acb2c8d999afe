package usbd4j.stack.linux;

import com.sun.jna.Native;
import java.util.function.IntSupplier;

/** The one funnel for errno. */
final class SystemCall {
    /** The result of a call that a signal interrupted, and that is to be made again. */
    static final int INTERRUPTED = -Errno.EINTR.number();

    private SystemCall() {}

    /**
     * {@return the call's result, or its negative errno}
     *
     * @param returned what the call returned, a moment ago, on this thread
     */
    static int result(int returned) {
        return returned >= 0 ? returned : -Native.getLastError();
    }

    /**
     * {@return the call's result}
     *
     * @param what what is attempted, as in "open /dev/null"
     * @param call made again if a signal interrupts it
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
