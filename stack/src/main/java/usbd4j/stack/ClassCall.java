package usbd4j.stack;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;

/** A call into a class. One that fails must not take the others, and the device, with it. */
final class ClassCall {
    private static final Logger LOG = System.getLogger(ClassCall.class.getName());

    private ClassCall() {}

    /**
     * Makes the call, and logs its failure. A failing bus is none of the class's doing, and is not kept back.
     *
     * @param what what the class is told, for the log
     * @param call the call; one that keeps nothing needs no memory either
     * @param argument its argument
     */
    static <T> void make(Object what, Consumer<T> call, T argument) {
        try {
            call.accept(argument);
        } catch (UsbException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "a class failed on " + what, e);
        }
    }
}
