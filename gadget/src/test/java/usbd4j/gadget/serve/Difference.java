package usbd4j.gadget.serve;

import java.nio.file.Path;
import java.util.function.BiFunction;
import java.util.function.Function;
import usbd4j.gadget.device.DeviceDescription;

/**
 * What tells a profile from a device that behaves: something that a host sees, or the time that a device stays away.
 *
 * @param seen what is seen of a device whose firmware is kept in a folder
 * @param expected what it is with the profile, and with no device that behaves
 */
record Difference(BiFunction<DeviceDescription, Path, Object> seen, Object expected) {
    static Difference inRunTime(Object expected, Function<PersonaInMemory, Object> seen) {
        return new Difference(
                (device, store) -> {
                    try (PersonaInMemory persona = PersonaInMemory.runTime(device)) {
                        return seen.apply(persona);
                    }
                },
                expected);
    }

    static Difference inDfuMode(Object expected, Function<PersonaInMemory, Object> seen) {
        return new Difference(
                (device, store) -> {
                    try (PersonaInMemory persona = PersonaInMemory.dfuMode(store, device)) {
                        return seen.apply(persona);
                    }
                },
                expected);
    }

    /** What happens between two personas. */
    static Difference between(Object expected, Function<DeviceDescription, Object> seen) {
        return new Difference((device, store) -> seen.apply(device), expected);
    }
}
