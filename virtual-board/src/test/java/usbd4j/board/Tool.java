package usbd4j.board;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What came of running a program.
 *
 * @param status its exit status
 * @param output what it wrote, to either stream
 */
record Tool(int status, String output) {
    /** Runs a program to its end, which must come. */
    static Tool run(String... command) {
        return run(List.of(command));
    }

    /** Runs a program that must end with status 0. */
    static void succeed(String... command) {
        Tool tool = run(command);
        assertThat(tool.status()).as(tool.output()).isZero();
    }

    static Tool run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output;
            try (InputStream stream = process.getInputStream()) {
                output = new String(stream.readAllBytes(), UTF_8);
            }
            boolean ended = process.waitFor(Wait.LIMIT.toSeconds(), TimeUnit.SECONDS);
            assertThat(ended).as("%s ends; so far it said: %s", command, output).isTrue();
            return new Tool(process.exitValue(), output);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + command, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static Tool dfuUtil(String... arguments) {
        return run(join(List.of("dfu-util"), arguments));
    }

    static Tool usbd4j(String... arguments) {
        return run(join(RunningDevice.PROGRAM, arguments));
    }

    /** {@return the last line that it wrote, but for blank ones} */
    String lastLine() {
        List<String> lines = output.lines().filter(line -> !line.isBlank()).toList();
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    }

    static List<String> join(List<String> first, String... second) {
        return java.util.stream.Stream.concat(first.stream(), java.util.Arrays.stream(second))
                .toList();
    }
}
