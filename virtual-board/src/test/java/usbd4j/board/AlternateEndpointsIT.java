package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import usbd4j.stack.Endpoint;
import usbd4j.stack.Outcome;
import usbd4j.stack.Transfer;
import usbd4j.stack.UsbClass;
import usbd4j.stack.UsbException;
import usbd4j.stack.descriptor.AlternateSetting;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.descriptor.UsbEndpoint;
import usbd4j.stack.descriptor.UsbInterface;

/** Endpoints in one of several alternate settings, as audio and video have them. */
class AlternateEndpointsIT {
    private static final Identity IDENTITY = Identity.of(0x1209, 0x0008);
    private static final AlternateSetting IDLE = AlternateSetting.of(0xFF, 0, 0);

    /** Sends back what it receives, in alternate setting 1. */
    private static final class Pipes implements UsbClass {
        @Override
        public List<UsbInterface> interfaces() {
            return List.of(UsbInterface.of(IDLE, IDLE.with(UsbEndpoint.bulkIn(), UsbEndpoint.bulkOut())));
        }

        @Override
        public void endpoints(List<Endpoint> endpoints) {
            Transfer back = endpoints.get(0).transfer(512, sent -> {});
            endpoints.get(1).transfer(512, each -> answer(each, back)).submit();
        }

        private static void answer(Transfer received, Transfer back) {
            if (received.outcome() == Outcome.DONE) {
                back.buffer().clear().put(received.buffer()).flip();
                back.submit();
            }
            received.submit();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theyCarryDataInThatSetting(KernelBus bus) {
        try (DeviceRig rig = bus.serve(IDENTITY, new Pipes())) {
            UsbHost host = rig.host();
            host.claim(0);
            for (int round = 0; round < 3; round++) {
                host.setInterface(0, 1);
                host.writeTo(host.bulkEndpoint(0), (byte) round);

                assertThat(host.readFrom(host.bulkEndpoint(0x80), 512)).containsExactly(round);
                host.setInterface(0, 0);
            }
        }
    }

    /** Not before about Linux 6.8. */
    @Test
    void onFunctionFsNoOtherSettingMayHaveSome() {
        AlternateSetting pipe = IDLE.with(UsbEndpoint.bulkIn());
        UsbClass refused = () -> List.of(UsbInterface.of(IDLE, pipe, pipe));

        assertThatExceptionOfType(UsbException.class)
                .isThrownBy(() -> DeviceRig.onFunctionFs(IDENTITY, refused).close())
                .withMessage(
                        "interface 0 has endpoints in its alternate settings 1 and 2, and FunctionFS supports them in"
                                + " only one; use GadgetFS");
    }
}
