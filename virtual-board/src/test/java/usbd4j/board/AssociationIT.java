package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.UsbClass;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.descriptor.InterfaceAssociation;
import usbd4j.stack.descriptor.UsbInterface;

/** A class whose interfaces belong together, on the real FunctionFS: the kernel's device descriptor must tell of it. */
class AssociationIT {
    private static final SetupPacket DEVICE_DESCRIPTOR = new SetupPacket(0x80, 6, 0x0100, 0, 18);
    private static final int B_DEVICE_CLASS = 4;

    @AutoClose
    private final DeviceRig rig = DeviceRig.onFunctionFs(Identity.of(0x1209, 0x0003), new Pair());

    /** Two interfaces that are one function. */
    private static final class Pair implements UsbClass {
        @Override
        public List<UsbInterface> interfaces() {
            UsbInterface each = UsbInterface.of(0xFF, 0, 0);
            return List.of(each.beginning(new InterfaceAssociation(2, 0xFF, 0, 0, Optional.empty())), each);
        }
    }

    @Test
    void theDeviceClassTellsOfIt() {
        byte[] descriptor = rig.host().control(DEVICE_DESCRIPTOR).orElseThrow();

        assertThat(descriptor).startsWith(18, 1);
        assertThat(Arrays.copyOfRange(descriptor, B_DEVICE_CLASS, B_DEVICE_CLASS + 3))
                .containsExactly(0xEF, 0x02, 0x01);
    }
}
