package usbd4j.stack.linux;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.util.Optional;

/**
 * A user of the system.
 *
 * @param name the user's name
 * @param uid the user's number
 * @param gid the number of the user's own group
 */
public record User(String name, int uid, int gid) {
    /** {@code struct passwd} begins with pointers to the name and the password, and then has the two numbers. */
    private static final int PW_UID = 2 * Native.POINTER_SIZE;

    private static final int PW_GID = PW_UID + Integer.BYTES;

    /**
     * {@return the user of a name, from wherever the system has its users; empty if there is none}
     *
     * @param name the user's name
     */
    public static Optional<User> named(String name) {
        Pointer entry = LibC.getpwnam(name);
        return entry == null
                ? Optional.empty()
                : Optional.of(new User(name, entry.getInt(PW_UID), entry.getInt(PW_GID)));
    }
}
