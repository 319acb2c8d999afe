package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Wireshark on the command line. */
final class Tshark {
    private Tshark() {}

    /** {@return a line for each packet of a capture that a filter lets through} */
    static List<String> list(Path capture, List<String> options, String filter) {
        List<String> command =
                Tool.join(List.of("tshark", "-r", capture.toString(), "-Y", filter), options.toArray(String[]::new));
        Tool listed = Tool.run(command);
        assertThat(listed.status()).as(listed.output()).isZero();
        return Arrays.stream(listed.output().split("\n"))
                .filter(line -> !line.isBlank() && !line.startsWith("Running as user"))
                .toList();
    }
}
