package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** The program as a user that is not root. */
final class Unprivileged {
    /** What makes a command line one of the user nobody. */
    static final List<String> NOBODY = as("nobody");

    private Unprivileged() {}

    private static List<String> as(String user) {
        return List.of(
                "setpriv", "--reuid", user, "--regid=65534", "--clear-groups", "--no-new-privs", "--bounding-set=-all");
    }

    /** Has root create a device for the user nobody. */
    static void create(String... options) {
        Tool create = Tool.usbd4j(
                Tool.join(List.of("create", "--owner", "nobody"), options).toArray(String[]::new));
        assertThat(create.status()).as(create.output()).isZero();
    }

    /** {@return the device that was created, served by the user nobody} */
    static RunningDevice start(String... options) {
        return RunningDevice.startAs(command(NOBODY, options));
    }

    /** {@return what comes of a command line of usbd4j} */
    static Tool usbd4j(String... arguments) {
        return Tool.run(
                Tool.join(Tool.join(NOBODY, "env", "HOME=/nonexistent", RunningDevice.PROGRAM.get(0)), arguments));
    }

    /** {@return what comes of serving the device that was created} */
    static Tool run(String... options) {
        return Tool.run(command(NOBODY, options));
    }

    /** {@return what comes of it as another user} */
    static Tool runAs(String user, String... options) {
        return Tool.run(command(as(user), options));
    }

    /** {@return the command line of a user} */
    static List<String> command(List<String> user, String... options) {
        List<String> program =
                Tool.join(Tool.join(user, "env", "HOME=/nonexistent"), RunningDevice.PROGRAM.toArray(String[]::new));
        return Tool.join(Tool.join(program, "run", "--functionfs", "/run/usbd4j/usbd4j"), options);
    }
}
