package usbd4j.stack;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Calls a class and contains its failures: a class that throws must not stop the other classes or the device. */
final class ClassCall {
    private static final Logger LOG = System.getLogger(ClassCall.class.getName());

    private ClassCall() {}

    /**
     * Makes the call and logs any exception, except a {@link UsbException}: a bus failure is not the class's, and is thrown
     * on.
     *
     * @param what the event or request being handled, for the log
     * @param call the call; a lambda that captures nothing allocates nothing
     * @param argument its argument
     */
    static <T> void make(Object what, Consumer<T> call, T argument) {
        try {
            call.accept(argument);
        } catch (UsbException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "a class threw an exception while handling " + what, e);
        }
    }

    /** The same for a call that returns something; nothing if it throws. */
    static <T, R> Optional<R> ask(Object what, Function<T, Optional<R>> call, T argument) {
        try {
            return call.apply(argument);
        } catch (UsbException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "a class threw an exception while handling " + what, e);
            return Optional.empty();
        }
    }
}
