package usbd4j.stack.gadgetfs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import usbd4j.stack.UsbException;
import usbd4j.stack.descriptor.Configuration;
import usbd4j.stack.descriptor.EndpointDescriptor;
import usbd4j.stack.descriptor.NumberedEndpoint;
import usbd4j.stack.descriptor.Speed;
import usbd4j.stack.udc.ControllerEndpoint;

/**
 * Chooses the controller's endpoints for those that classes declared: first for those that ask for an address or share a
 * number, then those with the declared number, then any that fit.
 */
final class AddressChoice {
    private static final int MOST = 15;

    private final List<NumberedEndpoint> declared;
    private final List<String> offered;
    private final List<ControllerEndpoint> free;
    private final Map<Integer, ControllerEndpoint> chosen = new HashMap<>();

    /**
     * Chooses.
     *
     * @param configuration the configuration that the classes declared
     * @param offered the names of the controller's endpoint files
     * @throws UsbException if the controller has too few endpoints, or not those that are asked for
     */
    AddressChoice(Configuration configuration, Collection<String> offered) {
        this.declared = configuration.endpoints();
        this.offered = offered.stream().sorted().toList();
        this.free = offered.stream()
                .flatMap(name -> ControllerEndpoint.of(name).stream())
                // An endpoint that can have any number is the last resort.
                .sorted(Comparator.comparing((ControllerEndpoint each) -> !each.isNumbered())
                        .thenComparing(ControllerEndpoint::number))
                .collect(Collectors.toCollection(ArrayList::new));
        chooseAsked();
        IntStream.range(1, declared.size()).forEach(this::choosePair);
        chooseOthers();
    }

    AddressMap made() {
        return new AddressMap(Map.copyOf(chosen));
    }

    private void chooseAsked() {
        for (NumberedEndpoint each : declared) {
            if (each.declared().bEndpointAddress().isPresent() && isOpen(each)) {
                take(each, number(each), find(each, number(each)).orElseThrow(() -> refused(each)));
            }
        }
    }

    private void choosePair(int index) {
        NumberedEndpoint first = declared.get(index - 1);
        NumberedEndpoint second = declared.get(index);
        if (!second.declared().sharesNumber() || !isOpen(second)) {
            return;
        }
        ControllerEndpoint taken = chosen.get(first.bEndpointAddress());
        IntStream numbers = taken != null
                ? IntStream.of(taken.number())
                : numbers(first).filter(each -> find(first, each).isPresent());
        int number = numbers.filter(each -> find(second, each).isPresent())
                .findFirst()
                .orElseThrow(() -> refused(second));
        if (taken == null) {
            take(first, number, find(first, number).orElseThrow());
        }
        take(second, number, find(second, number).orElseThrow());
    }

    private void chooseOthers() {
        BiPredicate<ControllerEndpoint, EndpointDescriptor> isNumbered =
                (each, wanted) -> each.isNumbered() && each.isFor(wanted);
        // Exact matches first, so that no other endpoint takes their place.
        declared.forEach(each -> takeFirst(each, IntStream.of(number(each)), isNumbered));
        declared.forEach(each -> takeFirst(each, numbers(each), isNumbered));
        declared.forEach(each -> takeFirst(each, numbers(each), ControllerEndpoint::isFor));
        declared.forEach(each -> takeFirst(each, numbers(each), ControllerEndpoint::canBe));
        declared.stream().filter(this::isOpen).findFirst().ifPresent(each -> {
            throw new UsbException("the controller has no endpoint left for %s; it has %s, and the classes declare %d"
                    .formatted(describe(each), String.join(", ", offered), declared.size()));
        });
    }

    private void takeFirst(
            NumberedEndpoint wanted, IntStream numbers, BiPredicate<ControllerEndpoint, EndpointDescriptor> suits) {
        if (isOpen(wanted)) {
            numbers.filter(each -> find(wanted, each, suits).isPresent())
                    .findFirst()
                    .ifPresent(
                            each -> take(wanted, each, find(wanted, each, suits).orElseThrow()));
        }
    }

    /** {@return a free endpoint that can have this number, preferably of the declared type} */
    private Optional<ControllerEndpoint> find(NumberedEndpoint wanted, int number) {
        return find(wanted, number, ControllerEndpoint::isFor)
                .or(() -> find(wanted, number, ControllerEndpoint::canBe));
    }

    private Optional<ControllerEndpoint> find(
            NumberedEndpoint wanted, int number, BiPredicate<ControllerEndpoint, EndpointDescriptor> suits) {
        boolean isShown = chosen.entrySet().stream()
                .anyMatch(each -> each.getValue().number() == number
                        && (each.getKey() ^ wanted.bEndpointAddress()) <= EndpointDescriptor.NUMBER);
        return free.stream()
                .filter(each -> !isShown && each.canHave(number))
                // Endpoints of several alternate settings may have one address, and then need one that suits them all.
                .filter(each -> declared.stream()
                        .filter(other -> other.bEndpointAddress() == wanted.bEndpointAddress())
                        .allMatch(other -> suits.test(each, other.descriptor(Speed.HIGH))))
                .findFirst();
    }

    private void take(NumberedEndpoint wanted, int number, ControllerEndpoint found) {
        free.remove(found);
        chosen.put(wanted.bEndpointAddress(), found.numbered(number));
    }

    private boolean isOpen(NumberedEndpoint each) {
        return !chosen.containsKey(each.bEndpointAddress());
    }

    private static int number(NumberedEndpoint each) {
        return each.bEndpointAddress() & EndpointDescriptor.NUMBER;
    }

    /** {@return all numbers, the declared one first} */
    private static IntStream numbers(NumberedEndpoint each) {
        return IntStream.concat(IntStream.of(number(each)), IntStream.rangeClosed(1, MOST));
    }

    private UsbException refused(NumberedEndpoint each) {
        return new UsbException("the controller has no %s, which a class asks for%s; it has %s"
                .formatted(
                        describe(each),
                        each.declared().sharesNumber() ? " with the number of another endpoint" : "",
                        String.join(", ", offered)));
    }

    private static String describe(NumberedEndpoint each) {
        return "%s endpoint 0x%02x".formatted(each.declared().type(), each.bEndpointAddress());
    }
}
