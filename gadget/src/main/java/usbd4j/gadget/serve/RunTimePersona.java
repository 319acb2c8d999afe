package usbd4j.gadget.serve;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import usbd4j.dfu.runtime.DetachPolicy;
import usbd4j.dfu.runtime.DfuRuntime;
import usbd4j.gadget.Persona;
import usbd4j.gadget.device.DeviceDescription;
import usbd4j.gadget.device.RunTime;
import usbd4j.stack.UsbClass;

/**
 * The device with its firmware running.
 *
 * @param device the device
 * @param function the class that is served in place of DFU run-time, if there is one
 */
record RunTimePersona(DeviceDescription device, Optional<UsbClass> function) implements Functions {
    /** Long enough for the status stage of a DETACH to reach a program on the host, short for a person. */
    private static final Duration SELF_DETACH = Duration.ofMillis(100);

    private static final List<Integer> ONE_INTERFACE = List.of(0);

    /**
     * {@return what the kernel must know of it}
     *
     * @param release the firmware's release number, if it has one
     */
    Persona persona(Optional<Integer> release) {
        RunTime runTime = device.runTime();
        Persona persona = new Persona(runTime.identity(), runTime.functions(), runTime.driverless());
        return release.map(persona::withRelease).orElse(persona);
    }

    @Override
    public List<UsbClass> make(Consumer<Departure> leave) {
        List<UsbClass> classes = new ArrayList<>();
        classes.add(function.orElseGet(() -> dfu(leave)));
        device.runTime().driverless().access(ONE_INTERFACE).ifPresent(classes::add);
        return classes;
    }

    private UsbClass dfu(Consumer<Departure> leave) {
        boolean willDetach = device.functional().attributes().bitWillDetach();
        DetachPolicy policy = device.runTime()
                .detachTime()
                .map(DetachPolicy::always)
                .orElse(willDetach ? DetachPolicy.atMost(SELF_DETACH) : DetachPolicy.ACCEPT);
        Departure departure = willDetach ? OwnDeparture.DETACH : OwnDeparture.BUS_RESET;
        return new DfuRuntime(
                device.runTime().dfuInterface(),
                device.runTime().interfaceName(),
                device.functional(),
                policy,
                () -> leave.accept(departure));
    }
}
