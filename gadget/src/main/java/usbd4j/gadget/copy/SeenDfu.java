package usbd4j.gadget.copy;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import usbd4j.dfu.DfuFunctionalDescriptor;
import usbd4j.dfu.FunctionalPlace;

/**
 * The DFU interface of a device.
 *
 * @param configuration the configuration that it is in
 * @param settings its alternate settings, or one of each interface where each memory has its own; at least one
 * @param isSeparate whether each memory has an interface of its own
 */
record SeenDfu(SeenConfiguration configuration, List<SeenSetting> settings, boolean isSeparate) {
    /** {@return the first DFU interface of a configuration, if it has one} */
    static Optional<SeenDfu> of(SeenConfiguration configuration) {
        List<SeenSetting> all =
                configuration.settings().stream().filter(SeenSetting::isDfu).toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        SeenSetting first = all.get(0);
        boolean isSeparate = all.size() > 1
                && IntStream.range(0, all.size())
                        .allMatch(i -> all.get(i).isDfuMode() && all.get(i).number() == first.number() + i);
        return Optional.of(
                new SeenDfu(configuration, isSeparate ? all : configuration.settings(first.number()), isSeparate));
    }

    SeenSetting first() {
        return settings.get(0);
    }

    boolean isDfuMode() {
        return first().isDfuMode();
    }

    String mode() {
        return isDfuMode() ? "DFU mode" : "run-time";
    }

    /** {@return the functional descriptor, wherever it is} */
    Optional<RawDescriptor> functional() {
        return Stream.concat(settings.stream().flatMap(each -> each.functional().stream()), functionalBefore().stream())
                .findFirst();
    }

    /** {@return where it is, or the nearest to that for which there is a word} */
    FunctionalPlace place() {
        List<SeenSetting> own = configuration.settings(first().number());
        long count = own.stream().filter(each -> each.functional().isPresent()).count();
        if (count == 0) {
            return functionalBefore().isPresent() ? FunctionalPlace.BEFORE_ALTERNATES : FunctionalPlace.ABSENT;
        }
        return own.size() > 1 && count == own.size()
                ? FunctionalPlace.AFTER_EACH_ALTERNATE
                : FunctionalPlace.AFTER_LAST_ALTERNATE;
    }

    /** HID has a descriptor of the same type. */
    private Optional<RawDescriptor> functionalBefore() {
        int at = configuration.settings().indexOf(first());
        if (at > 0 && configuration.settings().get(at - 1).isHid()) {
            return Optional.empty();
        }
        List<RawDescriptor> before = configuration.before(first());
        return before.stream()
                .skip(Math.max(0, before.size() - 1L))
                .filter(each -> each.is(DfuFunctionalDescriptor.TYPE))
                .findFirst();
    }
}
