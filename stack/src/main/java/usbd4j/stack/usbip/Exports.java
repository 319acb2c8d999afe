package usbd4j.stack.usbip;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The devices of a server, each with the client that has it. May be used on any thread. */
final class Exports {
    private final Map<Integer, Imports> devices = new ConcurrentSkipListMap<>();

    /** {@return the device at a port, which it keeps while it is off the bus} */
    Imports at(int port) {
        return devices.computeIfAbsent(port, Imports::new);
    }

    /** {@return the devices that a client may import, in the order of their ports} */
    List<UsbIpBus> available() {
        return devices.values().stream()
                .map(Imports::available)
                .flatMap(Optional::stream)
                .toList();
    }

    /** {@return the device of a bus id, on the bus or off it; empty if there is none} */
    Optional<Imports> find(String busId) {
        return devices.values().stream()
                .filter(each -> each.busId().equals(busId))
                .findFirst();
    }
}
