package usbd4j.gadget.serve;

import java.util.Optional;
import usbd4j.dfu.DfuRequest;
import usbd4j.gadget.Persona;
import usbd4j.gadget.device.DeviceDescription;
import usbd4j.stack.UsbClass;
import usbd4j.stack.memory.Host;

/** A run on a bus in memory, with a host that detaches the device. */
public final class RunInMemory {
    private RunInMemory() {}

    /** Serves a device in run-time to the host, until it has left. */
    public static void of(DeviceDescription device) {
        RunTimePersona runTime = new RunTimePersona(device, Optional.empty());
        Persona persona = runTime.persona(Optional.empty());
        Host host = Host.attach(persona.identity(), runTime.make(why -> {}).toArray(UsbClass[]::new));
        host.controlIn(DfuRequest.GETSTATUS.setup(0, 0, 6));
        host.controlIn(DfuRequest.GETSTATE.setup(0, 0, 1));
        host.controlOut(DfuRequest.DETACH.setup(0, 1000, 0));
        host.reset();
        host.device().close();
    }
}
