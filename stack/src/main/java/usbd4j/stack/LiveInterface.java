package usbd4j.stack;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An interface at run time: its class, its endpoints, and the alternate setting that the host selected. */
final class LiveInterface {
    private final UsbClass owner;
    private final int bInterfaceNumber;
    private final int which;
    private final List<Map<Integer, Endpoint>> settings;
    private int bAlternateSetting;
    private boolean isInUse;

    /**
     * Creates an interface in alternate setting 0.
     *
     * @param owner the class that declared it
     * @param bInterfaceNumber the number by which the host knows it
     * @param which index among the owner's interfaces, from 0
     * @param settings for each alternate setting, its endpoints by bEndpointAddress
     */
    LiveInterface(UsbClass owner, int bInterfaceNumber, int which, List<Map<Integer, Endpoint>> settings) {
        this.owner = owner;
        this.bInterfaceNumber = bInterfaceNumber;
        this.which = which;
        this.settings = List.copyOf(settings);
    }

    UsbClass owner() {
        return owner;
    }

    int bInterfaceNumber() {
        return bInterfaceNumber;
    }

    int bAlternateSetting() {
        return bAlternateSetting;
    }

    boolean hasSetting(int setting) {
        return setting < settings.size();
    }

    /** Selects an alternate setting. Selecting the current one again resets its endpoints (USB 2.0, 9.1.1.5). */
    void use(int setting, UsbBus bus) {
        leave(bus);
        bAlternateSetting = setting;
        isInUse = true;
        endpoints().forEach(bus::enable);
    }

    /** Tells the class the current alternate setting. */
    void tell(Instant now) {
        owner.alternateSetting(which, bAlternateSetting, now);
    }

    void leave(UsbBus bus) {
        if (isInUse) {
            endpoints().forEach(bus::disable);
        }
        forget();
    }

    /** Returns to alternate setting 0 without disabling endpoints: the bus has already done so. */
    void forget() {
        bAlternateSetting = 0;
        isInUse = false;
    }

    private Collection<Endpoint> endpoints() {
        return settings.get(bAlternateSetting).values();
    }

    /** {@return the endpoint with this address in the current alternate setting} */
    Optional<Endpoint> endpoint(int bEndpointAddress) {
        return Optional.ofNullable(settings.get(bAlternateSetting).get(bEndpointAddress));
    }

    /** {@return whether any alternate setting has an endpoint with this address} */
    boolean mayHaveEndpoint(int bEndpointAddress) {
        return settings.stream().anyMatch(each -> each.containsKey(bEndpointAddress));
    }
}
