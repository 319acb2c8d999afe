package usbd4j.gadget.tracefile;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.GadgetException;

/** Why a file cannot be read or written, in words. */
final class Reason {
    private Reason() {}

    /** {@return what says that a trace cannot be written} */
    static GadgetException unwritable(Object file, IOException e) {
        return new GadgetException(ExitStatus.TRACE, "cannot write the trace %s: %s".formatted(file, of(e)), e);
    }

    static String of(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "ENOENT, there is no such file or folder";
        }
        if (e instanceof AccessDeniedException) {
            return "EACCES, this user may not";
        }
        if (e instanceof FileSystemException failure && failure.getReason() != null) {
            return failure.getReason();
        }
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }
}
