package usbd4j.gadget.serve;

import java.util.List;
import java.util.Optional;
import usbd4j.dfu.DfuRequest;
import usbd4j.gadget.Persona;
import usbd4j.gadget.device.DeviceDescription;
import usbd4j.gadget.trace.LiveLog;
import usbd4j.gadget.trace.Transcript;
import usbd4j.gadget.transcript.ConsoleLoggerFinder;
import usbd4j.stack.Recipient;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.StandardRequest;
import usbd4j.stack.UsbClass;
import usbd4j.stack.descriptor.DescriptorType;
import usbd4j.stack.memory.Host;

/**
 * Serves a device to a host in memory, so that Java has loaded and linked what the first requests need when a real host sends them.
 * On a small board that takes longer than hosts wait.
 */
public final class WarmUp {
    private WarmUp() {}

    /**
     * Serves the device in run-time until the host has detached it. Nothing is logged.
     *
     * @param device the device
     */
    public static void with(DeviceDescription device) {
        ConsoleLoggerFinder.muted(() -> serve(new RunTimePersona(device, Optional.empty())));
    }

    private static void serve(RunTimePersona runTime) {
        Persona persona = runTime.persona(Optional.empty());
        UsbClass[] classes = runTime.make(why -> {}).toArray(UsbClass[]::new);
        Host host = Host.attach(
                persona.identity(), (bus, clock) -> new Transcript(bus, List.of(new LiveLog()), clock, clock), classes);
        // Some devices stall some of these.
        host.begin(string(0, 0));
        host.begin(string(1, 0x0409));
        int bInterfaceNumber =
                runTime.device().runTime().dfuInterface().bInterfaceNumber().orElse(0);
        host.begin(DfuRequest.GETSTATUS.setup(bInterfaceNumber, 0, 6));
        host.begin(DfuRequest.GETSTATE.setup(bInterfaceNumber, 0, 1));
        host.begin(DfuRequest.DETACH.setup(bInterfaceNumber, 1000, 0));
        host.reset();
        host.device().close();
    }

    private static SetupPacket string(int index, int language) {
        int wValue = DescriptorType.STRING.code() << 8 | index;
        return StandardRequest.GET_DESCRIPTOR.setup(Recipient.DEVICE, wValue, language, 255);
    }
}
