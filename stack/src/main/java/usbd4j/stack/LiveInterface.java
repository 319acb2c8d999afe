package usbd4j.stack;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An interface at work: whose it is, its endpoints, and which alternate setting the host chose. */
final class LiveInterface {
    private final UsbClass owner;
    private final int which;
    private final List<Map<Integer, Endpoint>> settings;
    private int bAlternateSetting;
    private boolean isInUse;

    /**
     * An interface in its alternate setting 0.
     *
     * @param owner the class that declared it
     * @param which which of the owner's interfaces it is, from 0
     * @param settings the endpoints of each alternate setting by their bEndpointAddress
     */
    LiveInterface(UsbClass owner, int which, List<Map<Integer, Endpoint>> settings) {
        this.owner = owner;
        this.which = which;
        this.settings = List.copyOf(settings);
    }

    UsbClass owner() {
        return owner;
    }

    int bAlternateSetting() {
        return bAlternateSetting;
    }

    boolean hasSetting(int setting) {
        return setting < settings.size();
    }

    /** Uses an alternate setting, from its beginning also if it is in use already (USB 2.0, 9.1.1.5). */
    void use(int setting, UsbBus bus) {
        leave(bus);
        bAlternateSetting = setting;
        isInUse = true;
        endpoints().forEach(bus::enable);
    }

    /** Tells the class which alternate setting is in use. */
    void tell(Instant now) {
        owner.alternateSetting(which, bAlternateSetting, now);
    }

    void leave(UsbBus bus) {
        if (isInUse) {
            endpoints().forEach(bus::disable);
        }
        forget();
    }

    /** Takes note that the bus has disabled all endpoints by itself. */
    void forget() {
        bAlternateSetting = 0;
        isInUse = false;
    }

    private Collection<Endpoint> endpoints() {
        return settings.get(bAlternateSetting).values();
    }

    /** {@return the endpoint with that address in the alternate setting in use} */
    Optional<Endpoint> endpoint(int bEndpointAddress) {
        return Optional.ofNullable(settings.get(bAlternateSetting).get(bEndpointAddress));
    }

    /** {@return whether any alternate setting has an endpoint with that address} */
    boolean mayHaveEndpoint(int bEndpointAddress) {
        return settings.stream().anyMatch(each -> each.containsKey(bEndpointAddress));
    }
}
