package usbd4j.gadget.service;

import java.util.Map;
import java.util.function.Consumer;

/** Service managers for tests of other packages. */
public final class ServiceManagers {
    private ServiceManagers() {}

    /**
     * {@return the service manager of an environment}
     *
     * @param environment the variables
     * @param listener called with each thing that it is told
     */
    public static ServiceManager of(Map<String, String> environment, Consumer<String> listener) {
        return new ServiceManager(environment, 1, (socket, state) -> listener.accept(state));
    }
}
