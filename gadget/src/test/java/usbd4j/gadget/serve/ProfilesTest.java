package usbd4j.gadget.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import usbd4j.gadget.device.DeviceDescription;
import usbd4j.gadget.devicefile.DeviceFile;
import usbd4j.gadget.devicefile.Overrides;

/** Each profile differs from a device that behaves in the way that its text says. */
class ProfilesTest {
    private static final Path PROFILES = Path.of("..", "profiles");
    private static final Map<String, Difference> DIFFERENCES = differences();

    @TempDir
    private Path store;

    private static Map<String, Difference> differences() {
        Map<String, Difference> all = new HashMap<>(DescriptorDifferences.all());
        all.putAll(RequestDifferences.all());
        all.putAll(TimeDifferences.all());
        return all;
    }

    static List<String> profiles() throws IOException {
        try (Stream<Path> files = Files.list(PROFILES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".toml"))
                    .map(name -> name.replace(".toml", ""))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void eachProfileIsTested() throws IOException {
        assertThat(DIFFERENCES.keySet()).containsExactlyInAnyOrderElementsOf(profiles());
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void differsFromADeviceThatBehaves(String name) throws IOException {
        Difference difference = Objects.requireNonNull(DIFFERENCES.get(name));
        DeviceDescription profile = device(PROFILES.resolve(name + ".toml"));
        DeviceDescription behaving = device(Path.of(profile.dfuMode().isAddressed() ? "dfuse" : "dfu"));

        assertThat(difference.seen().apply(profile, Files.createDirectory(store.resolve("profile"))))
                .isEqualTo(difference.expected());
        assertThat(difference.seen().apply(behaving, Files.createDirectory(store.resolve("behaving"))))
                .isNotEqualTo(difference.expected());
    }

    private static DeviceDescription device(Path file) {
        return DeviceFile.read(Optional.of(file), new Overrides());
    }
}
