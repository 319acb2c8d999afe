package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import usbd4j.stack.Endpoint;
import usbd4j.stack.Outcome;
import usbd4j.stack.Transfer;
import usbd4j.stack.UsbClass;
import usbd4j.stack.descriptor.EndpointDescriptor;
import usbd4j.stack.descriptor.UsbEndpoint;
import usbd4j.stack.descriptor.UsbInterface;

/** A class that sends back on an endpoint what it receives on another: on the first of them what came on the second. */
final class Echo implements UsbClass {
    private static final int CAPACITY = 512;

    private final UsbEndpoint[] declared;
    private List<Endpoint> endpoints = List.of();
    private final List<Integer> told = new ArrayList<>();

    private Echo(UsbEndpoint... declared) {
        this.declared = declared;
    }

    /** {@return a class with these endpoints, IN and OUT by turns} */
    static Echo on(UsbEndpoint... declared) {
        return new Echo(declared);
    }

    /** {@return a class with pairs of bulk endpoints} */
    static Echo onPairs(int pairs) {
        return on(Stream.generate(() -> List.of(UsbEndpoint.bulkIn(), UsbEndpoint.bulkOut()))
                .limit(pairs)
                .flatMap(List::stream)
                .toArray(UsbEndpoint[]::new));
    }

    @Override
    public List<UsbInterface> interfaces() {
        return List.of(UsbInterface.of(0xFF, 0, 0).with(declared));
    }

    @Override
    public void endpoints(List<Endpoint> assigned) {
        endpoints = assigned;
        for (int i = 0; i < assigned.size(); i += 2) {
            Transfer back = assigned.get(i).transfer(CAPACITY, sent -> {});
            assigned.get(i + 1).transfer(CAPACITY, each -> answer(each, back)).submit();
        }
    }

    private void answer(Transfer received, Transfer back) {
        synchronized (told) {
            told.clear();
            endpoints.stream()
                    .map(Endpoint::descriptor)
                    .map(EndpointDescriptor::bEndpointAddress)
                    .forEach(told::add);
        }
        if (received.outcome() == Outcome.DONE) {
            back.buffer().clear().put(received.buffer()).flip();
            back.submit();
        }
        received.submit();
    }

    /** Checks that every pair sends back what only it receives, and that the class knows the addresses that the host sees. */
    void check(UsbHost host) {
        List<Integer> in = host.bulkEndpoints(0x80);
        List<Integer> out = host.bulkEndpoints(0);
        assertThat(in).hasSize(declared.length / 2).doesNotHaveDuplicates();
        assertThat(out).hasSameSizeAs(in).doesNotHaveDuplicates();
        for (int i = 0; i < out.size(); i++) {
            host.writeTo(out.get(i), (byte) i, (byte) 1);
        }
        for (int i = 0; i < in.size(); i++) {
            assertThat(host.readFrom(in.get(i), CAPACITY)).containsExactly(i, 1);
        }
        synchronized (told) {
            assertThat(told)
                    .isEqualTo(host.endpoints().stream()
                            .map(EndpointDescriptor::bEndpointAddress)
                            .toList());
        }
    }
}
