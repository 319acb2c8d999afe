package usbd4j.stack.descriptor;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Numbers the endpoints of a configuration. An IN and an OUT endpoint may have the same number, and so may endpoints in
 * different alternate settings of one interface.
 *
 * <p>The addresses that classes ask for come first, then the pairs that share a number. Every other endpoint gets the lowest
 * number that no endpoint has, and when there is none, the lowest that no endpoint of its direction has.
 */
final class EndpointNumbers {
    private static final int MOST = 15;

    private final int bConfigurationValue;
    private final List<Place> places = new ArrayList<>();

    /** An endpoint, where it is declared, and its bEndpointAddress, 0 until it has one. */
    private static final class Place {
        private final int which;
        private final int setting;
        private final UsbEndpoint endpoint;
        private int address;

        Place(int which, int setting, UsbEndpoint endpoint) {
            this.which = which;
            this.setting = setting;
            this.endpoint = endpoint;
        }

        /** {@return whether both may have the same address, because they are never in use at the same time} */
        boolean isAlternativeTo(Place other) {
            return which == other.which && setting != other.setting;
        }
    }

    /**
     * Numbers the endpoints of the interfaces of a configuration.
     *
     * @param interfaces the interfaces in the order of declaration
     * @param bConfigurationValue the configuration
     * @throws DeclarationException if an address is asked for twice, or there are more endpoints than numbers
     */
    EndpointNumbers(List<UsbInterface> interfaces, int bConfigurationValue) {
        this.bConfigurationValue = bConfigurationValue;
        for (int which = 0; which < interfaces.size(); which++) {
            List<AlternateSetting> settings = interfaces.get(which).settings();
            for (int setting = 0; setting < settings.size(); setting++) {
                for (UsbEndpoint each : settings.get(setting).endpoints()) {
                    places.add(new Place(which, setting, each));
                }
            }
        }
        places.forEach(this::giveAsked);
        IntStream.range(1, places.size()).forEach(this::givePair);
        places.forEach(this::giveFree);
    }

    /** {@return the endpoints of an alternate setting of the interface at an index, with their addresses} */
    List<NumberedEndpoint> of(int which, int bAlternateSetting) {
        return places.stream()
                .filter(each -> each.which == which && each.setting == bAlternateSetting)
                .map(each -> new NumberedEndpoint(each.endpoint, each.address))
                .toList();
    }

    private void giveAsked(Place place) {
        OptionalInt asked = place.endpoint.bEndpointAddress();
        asked.ifPresent(address -> {
            if (!isFree(address, place)) {
                throw refused(place, "UsbEndpoint.at(0x%02x): the address is asked for twice".formatted(address));
            }
            place.address = address;
        });
    }

    private void givePair(int index) {
        Place second = places.get(index);
        if (!second.endpoint.sharesNumber()) {
            return;
        }
        Place first = places.get(index - 1);
        if (first.address == 0) {
            int number = lowest(each -> isUnused(each, first)).orElseThrow(() -> noneLeft(first));
            first.address = first.endpoint.address(number);
        }
        int address = second.endpoint.address(first.address & EndpointDescriptor.NUMBER);
        if (!isFree(address, second)) {
            throw refused(
                    second, "UsbEndpoint.sharingNumber(): another endpoint has address 0x%02x".formatted(address));
        }
        second.address = address;
    }

    private void giveFree(Place place) {
        if (place.address == 0) {
            int number = lowest(each -> isUnused(each, place))
                    .orElseGet(() -> lowest(each -> isFree(place.endpoint.address(each), place))
                            .orElseThrow(() -> noneLeft(place)));
            place.address = place.endpoint.address(number);
        }
    }

    private static OptionalInt lowest(IntPredicate suitable) {
        return IntStream.rangeClosed(1, MOST).filter(suitable).findFirst();
    }

    private boolean isUnused(int number, Place place) {
        return isFree(number, place) && isFree(number | EndpointDescriptor.DIRECTION_IN, place);
    }

    private boolean isFree(int address, Place place) {
        return places.stream().noneMatch(each -> each.address == address && !each.isAlternativeTo(place));
    }

    private DeclarationException noneLeft(Place place) {
        long in = places.stream().filter(each -> each.endpoint.in()).count();
        return refused(
                place,
                "no endpoint number is left: the classes declare %d IN and %d OUT endpoints; a device can have at most %d of each"
                        .formatted(in, places.size() - in, MOST));
    }

    private DeclarationException refused(Place place, String sentence) {
        return new DeclarationException(bConfigurationValue, place.which, sentence);
    }
}
