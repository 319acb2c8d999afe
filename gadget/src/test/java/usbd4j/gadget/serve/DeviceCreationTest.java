package usbd4j.gadget.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import usbd4j.gadget.Mode;
import usbd4j.gadget.configfs.Creation;
import usbd4j.stack.UsbClass;
import usbd4j.stack.descriptor.InterfaceAssociation;
import usbd4j.stack.descriptor.UsbInterface;

class DeviceCreationTest {
    @Test
    void aDeviceWithADfuModeHasAGadgetForEachMode() {
        List<Creation> all = creation("run-time.on-detach='dfu-mode'").all();

        assertThat(all).extracting(Creation::mode).containsExactly(Mode.DFU_MODE, Mode.RUN_TIME);
        assertThat(all)
                .extracting(each -> each.persona().identity().idProduct())
                .containsExactly(2, 1);
    }

    @Test
    void anyOtherDeviceHasOne() {
        assertThat(creation().all())
                .singleElement()
                .matches(each -> each.mode() == Mode.RUN_TIME && !each.isAssociated());
    }

    @Test
    void aClassWithAnAssociationIsAnnounced() {
        UsbClass twoInterfaces = () -> List.of(
                UsbInterface.of(2, 2, 0).beginning(new InterfaceAssociation(2, 2, 2, 0, Optional.empty())),
                UsbInterface.of(10, 0, 0));
        DeviceCreation creation = new DeviceCreation(PersonaInMemory.described(), Optional.of(twoInterfaces));

        assertThat(creation.all()).singleElement().matches(Creation::isAssociated);
    }

    private static DeviceCreation creation(String... settings) {
        return new DeviceCreation(PersonaInMemory.described(settings), Optional.empty());
    }
}
