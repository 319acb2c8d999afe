package usbd4j.stack.functionfs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import usbd4j.stack.UsbException;
import usbd4j.stack.descriptor.Configuration;
import usbd4j.stack.descriptor.EndpointDescriptor;
import usbd4j.stack.descriptor.NumberedEndpoint;
import usbd4j.stack.descriptor.NumberedInterface;
import usbd4j.stack.descriptor.Speed;
import usbd4j.stack.udc.ControllerEndpoint;

/**
 * The endpoints of {@code dummy_udc}, of which alone it is known beforehand which ones the kernel takes
 * (usb_ep_autoconfig()): always the first that fits. Those without a number are numbered from 1, even if another endpoint
 * has that number, and the host then ignores the second.
 */
final class DummyEndpoints {
    /** In the order of drivers/usb/gadget/udc/dummy_hcd.c. */
    private static final List<String> NAMES = List.of(
            "ep1in-bulk",
            "ep2out-bulk",
            "ep5in-int",
            "ep6in-bulk",
            "ep7out-bulk",
            "ep10in-int",
            "ep11in-bulk",
            "ep12out-bulk",
            "ep15in-int",
            "ep1out-bulk",
            "ep2in-bulk",
            "ep-aout",
            "ep-bin",
            "ep-cout",
            "ep-dout",
            "ep-ein",
            "ep-fout",
            "ep-gin",
            "ep-hout",
            "ep-iout",
            "ep-jin",
            "ep-kout",
            "ep-lin",
            "ep-mout");

    private final List<ControllerEndpoint> free = NAMES.stream()
            .flatMap(each -> ControllerEndpoint.of(each).stream())
            .collect(Collectors.toCollection(ArrayList::new));
    private final Set<Integer> given = new HashSet<>();
    private int lastIn;
    private int lastOut;

    private DummyEndpoints() {}

    /**
     * Checks that the host will see every endpoint, and those at their addresses for which a class asks.
     *
     * @param configuration the configuration that the classes declared
     * @throws UsbException if not
     */
    static void require(Configuration configuration) {
        DummyEndpoints endpoints = new DummyEndpoints();
        int before = 0;
        for (NumberedInterface each : configuration.interfaces()) {
            Stream<NumberedEndpoint> own = each.settings().stream().flatMap(setting -> setting.endpoints().stream());
            for (NumberedEndpoint endpoint : own.toList()) {
                int address = endpoints.take(endpoint.descriptor(Speed.HIGH), each.bInterfaceNumber());
                new AskedAddress(each.bInterfaceNumber(), endpoint).require(address, before);
                before = address;
            }
        }
    }

    private int take(EndpointDescriptor declared, int bInterfaceNumber) {
        ControllerEndpoint found = free.stream()
                .filter(each -> each.canBe(declared))
                .findFirst()
                .orElseThrow(() -> refused(declared, bInterfaceNumber));
        free.remove(found);
        int address = (found.isNumbered() ? found.number() : next(declared.isIn()))
                | (declared.bEndpointAddress() & ~EndpointDescriptor.NUMBER);
        if (!given.add(address)) {
            throw refused(declared, bInterfaceNumber);
        }
        return address;
    }

    private int next(boolean in) {
        return in ? ++lastIn : ++lastOut;
    }

    private UsbException refused(EndpointDescriptor declared, int bInterfaceNumber) {
        return new UsbException(
                "the controller dummy_udc has no endpoint left for %s %s endpoint 0x%02x of interface %d: FunctionFS got %d others from it, and the next would have an address that one of them has"
                        .formatted(
                                declared.type(),
                                declared.isIn() ? "IN" : "OUT",
                                declared.bEndpointAddress(),
                                bInterfaceNumber,
                                given.size()));
    }
}
