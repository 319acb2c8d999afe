package usbd4j.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import usbd4j.dfu.DfuAttributes;
import usbd4j.dfu.DfuFunctionalDescriptor;
import usbd4j.dfu.DfuInterface;
import usbd4j.dfu.mode.DfuModeClass;
import usbd4j.dfu.mode.DfuModeOptions;
import usbd4j.stack.UsbClass;
import usbd4j.stack.UsbDevice;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.functionfs.FunctionFsBus;

/** The program of the device, with the same command line as the one in C. */
final class Main {
    private static final Path CONTROLLERS = Path.of("/sys/class/udc");

    private static final int LARGEST_IMAGE = 512 * 1024;

    private Main() {}

    /**
     * Serves the host until it is killed.
     *
     * @param args the mount point of FunctionFS, the gadget's directory in configfs, the controller's name
     * @throws IOException if the gadget cannot be bound
     */
    public static void main(String[] args) throws IOException {
        Path functionFs = Path.of(args[0]);
        Path gadget = Path.of(args[1]);
        String controller = args[2];
        FunctionFsBus bus = new FunctionFsBus(functionFs, CONTROLLERS.resolve(controller));
        List<UsbClass> functions = List.of(new BenchmarkFunction(new DeviceThread()), firmwareUpgrade());
        try (UsbDevice device = new UsbDevice(Identity.of(0x1209, 0x0004), functions, bus)) {
            Files.writeString(gadget.resolve("UDC"), controller);
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
                reason -> {});
    }
}
