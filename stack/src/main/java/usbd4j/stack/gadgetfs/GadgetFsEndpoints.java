package usbd4j.stack.gadgetfs;

import java.util.ArrayList;
import java.util.List;
import usbd4j.stack.BusListener;
import usbd4j.stack.Endpoint;
import usbd4j.stack.descriptor.Configuration;
import usbd4j.stack.descriptor.EndpointDescriptor;
import usbd4j.stack.descriptor.Speed;

/** The endpoints of the device, and the queue through which their threads report completed transfers. */
final class GadgetFsEndpoints implements AutoCloseable {
    private final List<GadgetFsEndpoint> endpoints = new ArrayList<>();
    private final Completions completions = new Completions();

    /**
     * Creates the endpoints of a configuration, none of which is enabled.
     *
     * @param configuration the configuration that the classes declared
     * @param attachment where the device is attached
     */
    void create(Configuration configuration, Attachment attachment) {
        AddressMap addresses = attachment.addresses();
        List<EndpointDescriptor> full = configuration.endpoints(Speed.FULL);
        List<EndpointDescriptor> high = configuration.endpoints(Speed.HIGH);
        for (int i = 0; i < high.size(); i++) {
            add(new GadgetFsEndpoint(
                    attachment.file(addresses.file(high.get(i))),
                    addresses.shown(full.get(i)),
                    addresses.shown(high.get(i)),
                    completions));
        }
    }

    void add(GadgetFsEndpoint endpoint) {
        endpoints.add(endpoint);
    }

    /** {@return all endpoints, in the order in which the classes declared them} */
    List<Endpoint> all() {
        return List.copyOf(endpoints);
    }

    /** {@return an endpoint of {@link #all}, as what it is on GadgetFS} */
    GadgetFsEndpoint own(Endpoint endpoint) {
        return endpoints.get(endpoints.indexOf(endpoint));
    }

    Completions completions() {
        return completions;
    }

    /** Disables all endpoints and aborts the transfers in progress. */
    void disable() {
        endpoints.forEach(GadgetFsEndpoint::disable);
    }

    /**
     * Called when the host is gone: disables all endpoints, reports the transfers that it has completed, and drops the others, those
     * included that the class has submitted because of the completed ones.
     */
    void dropped(BusListener listener) {
        // One may complete at the moment at which it is aborted.
        disable();
        completions.tell(listener);
        endpoints.forEach(GadgetFsEndpoint::close);
        completions.tell(listener);
    }

    /** Closes all endpoints and the queue of completed transfers. */
    @Override
    public void close() {
        endpoints.forEach(GadgetFsEndpoint::close);
        completions.close();
    }
}
