package usbd4j.gadget.cli;

import java.io.PrintWriter;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.GadgetException;
import usbd4j.gadget.Permission;
import usbd4j.stack.UsbException;
import usbd4j.stack.fault.MissingEndpointException;
import usbd4j.stack.linux.Errno;
import usbd4j.stack.linux.LinuxException;
import usbd4j.stack.udc.ControllerGoneException;

/** Reports each failure as one sentence on standard error and as an exit status that scripts can distinguish. */
final class Failures {
    private Failures() {}

    static ExitStatus report(RuntimeException e, PrintWriter err) {
        if (!(e instanceof UsbException trouble)) {
            err.println("usbd4j: internal error; please report this:");
            e.printStackTrace(err);
            return ExitStatus.FAILURE;
        }
        ExitStatus status = status(trouble);
        err.println("usbd4j: " + trouble.getMessage() + hint(status, trouble));
        return status;
    }

    private static ExitStatus status(UsbException e) {
        if (e instanceof GadgetException gadget) {
            return gadget.status();
        }
        if (e instanceof ControllerGoneException) {
            return ExitStatus.CONTROLLER_GONE;
        }
        if (e instanceof MissingEndpointException) {
            return ExitStatus.USAGE;
        }
        if (e instanceof LinuxException linux && (linux.is(Errno.EACCES) || linux.is(Errno.EPERM))) {
            return ExitStatus.NO_PERMISSION;
        }
        return ExitStatus.FAILURE;
    }

    private static String hint(ExitStatus status, Exception e) {
        boolean bare = status == ExitStatus.NO_PERMISSION && e instanceof LinuxException;
        return bare ? ". " + Permission.REMEDY : "";
    }
}
