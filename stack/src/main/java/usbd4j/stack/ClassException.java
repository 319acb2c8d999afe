package usbd4j.stack;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A class is wrong: it declares what USB or the rest of the device does not allow, or it fails before the host can enumerate
 * the device. The message names the class and the call.
 */
public final class ClassException extends UsbException {
    private static final long serialVersionUID = 1;

    private ClassException(UsbClass owner, String call, RuntimeException cause) {
        super("%s.%s: %s".formatted(owner.getClass().getName(), call, reason(cause)), cause);
    }

    /** A wrong argument is explained by its message; anything else needs its type, too. */
    private static String reason(RuntimeException cause) {
        return cause instanceof IllegalArgumentException && cause.getMessage() != null
                ? cause.getMessage()
                : cause.toString();
    }

    /** {@return the exception for a class's interfaces that cannot be built} */
    static ClassException inInterfaces(UsbClass owner, IllegalArgumentException cause) {
        return new ClassException(owner, "interfaces()", cause);
    }

    /** Makes a call that returns nothing; a failure becomes an exception that names the class and the call. */
    static void run(UsbClass owner, String call, Consumer<UsbClass> method) {
        make(owner, call, each -> {
            method.accept(each);
            return each;
        });
    }

    /** {@return what a call returns; a failure becomes an exception that names the class and the call} */
    static <T> T make(UsbClass owner, String call, Function<UsbClass, T> method) {
        try {
            return method.apply(owner);
        } catch (UsbException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new ClassException(owner, call, e);
        }
    }
}
