package usbd4j.stack;

import java.util.List;
import java.util.Optional;

/** The device's state, configuration and remote wake-up setting (USB 2.0, 9.1.1 and 9.4.5). */
final class DeviceStatus {
    private final List<LiveConfiguration> configurations;
    private Optional<LiveConfiguration> configuration = Optional.empty();
    private int address;
    private boolean mayWakeUpHost;

    /**
     * Creates the status of a device that no host has enumerated.
     *
     * @param configurations the configurations in the order of bConfigurationValue, from 1
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

    /** Updates the status from a bus event. If the kernel answers SET_CONFIGURATION, CONFIGURED is the only notice of it. */
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

    /** {@return the current configuration, or empty if the device is not configured} */
    Optional<LiveConfiguration> configuration() {
        return configuration;
    }

    /**
     * {@return the configuration whose classes answer requests: the current one, or the first if the device is not
     * configured}
     */
    LiveConfiguration responsible() {
        return configuration.orElse(configurations.get(0));
    }

    /** {@return whether SET_CONFIGURATION accepts this value; 0 deconfigures the device and is always valid} */
    boolean hasConfiguration(int bConfigurationValue) {
        return bConfigurationValue <= configurations.size();
    }

    /**
     * Selects a configuration, or none if 0. Selecting the current one again resets its interfaces to alternate setting 0.
     */
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
