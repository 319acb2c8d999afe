package usbd4j.stack.functionfs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import usbd4j.stack.BusListener;
import usbd4j.stack.Endpoint;
import usbd4j.stack.Recipient;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.descriptor.Configuration;
import usbd4j.stack.descriptor.EndpointDescriptor;
import usbd4j.stack.descriptor.NumberedEndpoint;
import usbd4j.stack.descriptor.NumberedInterface;
import usbd4j.stack.descriptor.NumberedSetting;
import usbd4j.stack.descriptor.Speed;
import usbd4j.stack.linux.WakeUp;

/** The endpoints of the device, and the asynchronous I/O of their transfers. */
final class FunctionFsEndpoints implements AutoCloseable {
    private final Configuration configuration;
    private final List<FunctionFsEndpoint> endpoints = new ArrayList<>();
    private final List<AskedAddress> asked = new ArrayList<>();
    private final boolean hasAsked;
    private final Transfers transfers = new Transfers();

    /**
     * Prepares for the endpoints of a configuration.
     *
     * @param configuration the configuration that the classes declared
     */
    FunctionFsEndpoints(Configuration configuration) {
        this.configuration = configuration;
        this.hasAsked = configuration.endpoints().stream().anyMatch(NumberedEndpoint::isAsked);
    }

    /**
     * Opens the endpoint files.
     *
     * @param directory where FunctionFS is mounted
     */
    void open(Path directory) {
        for (NumberedInterface each : configuration.interfaces()) {
            for (NumberedSetting setting : each.settings()) {
                for (NumberedEndpoint endpoint : setting.endpoints()) {
                    Path file = directory.resolve("ep" + (endpoints.size() + 1));
                    SettingInUse use = new SettingInUse(
                            each.bInterfaceNumber(),
                            setting.descriptor().bAlternateSetting(),
                            each.settings().size() == 1);
                    endpoints.add(new FunctionFsEndpoint(file, endpoint.descriptor(Speed.HIGH), use, transfers));
                    asked.add(new AskedAddress(each.bInterfaceNumber(), endpoint));
                }
            }
        }
    }

    /** {@return all endpoints, in the order in which the classes declared them} */
    List<Endpoint> all() {
        return List.copyOf(endpoints);
    }

    /** {@return signalled when a transfer has completed} */
    WakeUp completions() {
        return transfers.asyncIo().completions();
    }

    /** Called when a host has configured the device: starts the transfers that waited for it. */
    void enabled() {
        requireAsked();
        endpoints.forEach(FunctionFsEndpoint::enable);
    }

    /** Called when the host has selected an alternate setting of an interface that has several. */
    void select(int bInterfaceNumber, int bAlternateSetting) {
        endpoints.forEach(each -> each.select(bInterfaceNumber, bAlternateSetting));
        endpoints.forEach(FunctionFsEndpoint::submitWaiting);
    }

    /** Called when no host uses the device any more: waits for the kernel, and reports all transfers as dropped. */
    void awaitDropped(BusListener listener) {
        holdTransfers();
        transfers.awaitAll(listener);
        dropped(listener);
        endpoints.forEach(FunctionFsEndpoint::unselect);
    }

    /**
     * Called when the kernel has disabled the endpoints, even if it has enabled them again since. Reports the completed transfers,
     * and drops what the class has submitted because of them.
     */
    void dropped(BusListener listener) {
        holdTransfers();
        transfers.tell(listener);
        transfers.asyncIo().takeBack();
        endpoints.forEach(FunctionFsEndpoint::disable);
        transfers.tell(listener);
    }

    /** The kernel tells the addresses when a host has configured the device, and not before. */
    private void requireAsked() {
        if (!hasAsked) {
            return;
        }
        List<EndpointDescriptor> assigned =
                endpoints.stream().flatMap(each -> each.assigned().stream()).toList();
        // A host may have left again; the addresses are then told when the next one comes.
        if (assigned.size() == asked.size()) {
            int before = 0;
            for (int i = 0; i < assigned.size(); i++) {
                int address = assigned.get(i).bEndpointAddress();
                asked.get(i).require(address, before);
                before = address;
            }
        }
    }

    /** {@return a request with the address that the class declared, if its recipient is an endpoint} */
    SetupPacket withDeclaredAddress(SetupPacket seen) {
        // FunctionFS replaces an endpoint's address by the endpoint's position in the function, counted from 1.
        boolean isPosition =
                seen.recipient() == Recipient.ENDPOINT && seen.target() > 0 && seen.target() <= endpoints.size();
        return isPosition ? seen.withTarget(endpoints.get(seen.target() - 1).declaredAddress()) : seen;
    }

    void startTransfers(BusListener listener) {
        transfers.flush(listener);
    }

    void holdTransfers() {
        transfers.asyncIo().holdBack();
    }

    void tellCompletions(BusListener listener) {
        transfers.tell(listener);
    }

    /** Ends the transfers; their files can then be closed. */
    void closeTransfers() {
        transfers.close();
    }

    @Override
    public void close() {
        endpoints.forEach(FunctionFsEndpoint::close);
    }
}
