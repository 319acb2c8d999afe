package usbd4j.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import usbd4j.dfu.DfuAttributes;
import usbd4j.dfu.DfuFunctionalDescriptor;
import usbd4j.dfu.DfuInterface;
import usbd4j.dfu.mode.DfuModeClass;
import usbd4j.dfu.mode.DfuModeOptions;
import usbd4j.gadget.trace.Transcript;
import usbd4j.gadget.tracefile.TraceFile;
import usbd4j.stack.MonotonicClock;
import usbd4j.stack.UsbBus;
import usbd4j.stack.UsbClass;
import usbd4j.stack.UsbDevice;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.descriptor.Speed;
import usbd4j.stack.functionfs.FunctionFsBus;
import usbd4j.stack.usbip.VhciBus;
import usbd4j.stack.usbip.VhciHost;

/** The program of the device, with the same command lines as those in C. */
final class Main {
    private static final Path CONTROLLERS = Path.of("/sys/class/udc");
    private static final Path VHCI = Path.of("/sys/devices/platform/vhci_hcd.0");

    private static final int LARGEST_IMAGE = 512 * 1024;

    /** Where a trace is written, if anywhere. */
    private static final String TRACE = System.getProperty("usbd4j.trace", "none");

    private static final long LARGEST_TRACE = 50 << 20;

    private Main() {}

    /**
     * Serves the host until it is killed.
     *
     * @param args the mount point of FunctionFS, the gadget's directory in configfs, the controller's name; none for
     *     {@code vhci-hcd}
     */
    public static void main(String[] args) {
        if (args.length == 0) {
            VhciBus bus = new VhciBus(new VhciHost(VHCI), Speed.HIGH);
            serve(bus, bus::attach);
        } else {
            Path gadget = Path.of(args[1]);
            Path controller = CONTROLLERS.resolve(args[2]);
            serve(new FunctionFsBus(Path.of(args[0]), controller), () -> bind(gadget, controller));
        }
    }

    private static void bind(Path gadget, Path controller) {
        try {
            Files.writeString(gadget.resolve("UDC"), controller.getFileName().toString());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot bind the gadget", e);
        }
    }

    private static void serve(UsbBus bus, Runnable show) {
        // Closed by nobody: the host kills the device.
        UsbBus watched = TRACE.equals("none")
                ? bus
                : new Transcript(
                        bus,
                        List.of(TraceFile.begin(Path.of(TRACE), LARGEST_TRACE)),
                        InstantSource.system(),
                        new MonotonicClock());
        List<UsbClass> functions = List.of(new BenchmarkFunction(new DeviceThread()), firmwareUpgrade());
        try (UsbDevice device = new UsbDevice(Identity.of(0x1209, 0x0004), functions, watched)) {
            show.run();
            System.out.println("bound");
            device.run();
        }
    }

    /** Never called: the host does not make the device leave DFU mode here. */
    private static DfuModeClass firmwareUpgrade() {
        return new DfuModeClass(
                DfuInterface.DFU_MODE,
                new DfuFunctionalDescriptor(new DfuAttributes(true, true, true, false), 1000, 4096, 0x0110),
                DfuModeOptions.SPECIFICATION,
                List.of(new VolatileMemory(LARGEST_IMAGE)),
                reason -> true);
    }
}
