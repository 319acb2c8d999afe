package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.descriptor.Speed;
import usbd4j.stack.example.SourceSink;
import usbd4j.stack.linux.Errno;

/** Runs the kernel's tests for devices, and prints a table: what {@code virtual-board/usbtest} starts on the board. */
final class UsbTestReport {
    /** The driver takes it for the kernel's own test device, of which it asks the most. */
    private static final Identity GADGET_ZERO = Identity.of(0x0525, 0xA4A0);

    private static final int ITERATIONS = 100;

    /** What the device is served through. */
    enum Bus {
        FUNCTIONFS,
        GADGETFS,
        VHCI
    }

    private UsbTestReport() {}

    /** {@return the device that the driver wants, with the driver loaded} */
    static DeviceRig sourceSink(Bus bus) {
        assertThat(Tool.run("modprobe", "usbtest")).isEqualTo(new Tool(0, ""));
        return switch (bus) {
            case FUNCTIONFS -> DeviceRig.onFunctionFs(GADGET_ZERO, new SourceSink());
            case GADGETFS -> DeviceRig.onGadgetFs(GADGET_ZERO, new SourceSink());
            case VHCI -> DeviceRig.onVhci(Speed.HIGH, GADGET_ZERO, new SourceSink());
        };
    }

    /** Two arguments: the bus, and how many rounds. The exit status is 1 if any case of any round failed. */
    public static void main(String[] args) {
        Bus bus = Bus.valueOf(args[0].toUpperCase(Locale.ROOT));
        int failed = 0;
        try (@Nullable Preemption full = bus == Bus.VHCI ? Preemption.full() : null;
                DeviceRig rig = sourceSink(bus)) {
            for (int round = 1; round <= Integer.parseInt(args[1]); round++) {
                System.out.printf("%nround %d, %s, Linux %s%n", round, bus, System.getProperty("os.version"));
                System.out.printf("%-6s%-56s%-12s%s%n", "case", "what", "result", "seconds");
                for (UsbTestCase test : UsbTestCase.values()) {
                    failed += row(test, rig.host(), bus);
                }
                Footprint left = Footprint.now();
                System.out.printf(
                        "%d threads, %d file descriptors, %d KiB of heap%n",
                        left.threads(), left.files(), left.heap() / 1024);
            }
        }
        System.out.printf("%n%s%n", failed == 0 ? "all passed" : failed + " failed");
        System.exit(failed == 0 ? 0 : 1);
    }

    private static int row(UsbTestCase test, UsbHost host, Bus bus) {
        if (bus == Bus.GADGETFS && test.isControlData()) {
            System.out.printf("%-6d%-56s%s%n", test.number(), test.what(), "not tried: GadgetFS may lose them");
            return 0;
        }
        long start = System.nanoTime();
        int errno = test.run(host, ITERATIONS);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "%-6d%-56s%-12s%.2f%n", test.number(), test.what(), result(errno), seconds);
        return errno == 0 ? 0 : 1;
    }

    private static String result(int errno) {
        Optional<Errno> known = Errno.of(errno);
        return errno == 0 ? "passed" : known.map(Enum::name).orElse("errno " + errno);
    }
}
