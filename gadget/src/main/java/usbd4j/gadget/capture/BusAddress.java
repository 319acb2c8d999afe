package usbd4j.gadget.capture;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a device is. It has another address each time that it comes to the bus.
 *
 * @param bus the number of the host's bus
 * @param address the device's address there
 */
public record BusAddress(int bus, int address) {
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,5})\\.([0-9]{1,3})");

    /**
     * {@return an address}
     *
     * @param text as Wireshark has it, without the endpoint: "3.5"
     * @throws IllegalArgumentException if it is none
     */
    public static BusAddress of(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "\"%s\" is not the number of a bus and a device's address there, such as 3.5".formatted(text));
        }
        return new BusAddress(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    @Override
    public String toString() {
        return bus + "." + address;
    }
}
