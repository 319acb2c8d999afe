package usbd4j.stack;

import java.util.List;
import java.util.Optional;

/** What the host has made of the device so far (USB 2.0, 9.1.1 and 9.4.5). */
final class DeviceStatus {
    private final List<LiveConfiguration> configurations;
    private Optional<LiveConfiguration> configuration = Optional.empty();
    private int address;
    private boolean mayWakeUpHost;

    /**
     * A device that no host knows.
     *
     * @param configurations in the order of their bConfigurationValue, from 1
     */
    DeviceStatus(List<LiveConfiguration> configurations) {
        this.configurations = List.copyOf(configurations);
    }

    DeviceState state() {
        if (configuration.isPresent()) {
            return DeviceState.CONFIGURED;
        }
        return address == 0 ? DeviceState.DEFAULT : DeviceState.ADDRESS;
    }

    /** Takes note of what the bus reports. Where the kernel answers SET_CONFIGURATION, this is how it becomes known. */
    void event(BusEvent event) {
        switch (event) {
            case RESET, DETACHED -> {
                configuration.ifPresent(LiveConfiguration::forget);
                configuration = Optional.empty();
                address = 0;
                mayWakeUpHost = false;
            }
            case CONFIGURED -> configuration = configuration.or(() -> Optional.of(configurations.get(0)));
            case DECONFIGURED -> configuration = Optional.empty();
            case SUSPENDED, RESUMED -> {}
        }
    }

    void setAddress(int chosen) {
        address = chosen;
    }

    /** {@return the configuration in use} */
    Optional<LiveConfiguration> configuration() {
        return configuration;
    }

    /** {@return the configuration whose classes answer requests: the one in use, or before there is one the first} */
    LiveConfiguration responsible() {
        return configuration.orElse(configurations.get(0));
    }

    /** {@return whether there is such a configuration; 0, which is none, always is} */
    boolean hasConfiguration(int bConfigurationValue) {
        return bConfigurationValue <= configurations.size();
    }

    /** Uses a configuration, from its beginning also if it is in use already; with 0, none. */
    void configure(int bConfigurationValue, UsbBus bus) {
        configuration.ifPresent(each -> each.leave(bus));
        configuration =
                bConfigurationValue == 0 ? Optional.empty() : Optional.of(configurations.get(bConfigurationValue - 1));
        configuration.ifPresent(each -> each.use(bus));
    }

    boolean mayWakeUpHost() {
        return mayWakeUpHost;
    }

    void allowToWakeUpHost(boolean allowed) {
        mayWakeUpHost = allowed;
    }
}
