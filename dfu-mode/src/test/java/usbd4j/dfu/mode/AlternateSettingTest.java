package usbd4j.dfu.mode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static usbd4j.dfu.mode.ModeHost.bytes;

import java.util.List;
import org.junit.jupiter.api.Test;
import usbd4j.dfu.DfuAttributes;
import usbd4j.dfu.DfuFunctionalDescriptor;
import usbd4j.dfu.DfuInterface;
import usbd4j.dfu.DfuRequest;
import usbd4j.stack.Direction;
import usbd4j.stack.Recipient;
import usbd4j.stack.RequestType;
import usbd4j.stack.SetupPacket;

/** The alternate settings of the DFU interface. */
class AlternateSettingTest {
    private final ModeHost host = ModeHost.ofDevice();

    @Test
    void eachIsAMemory() {
        host.setInterface(1);
        host.downloadAndManifest();

        assertThat(host.second.firmware()).containsExactly(bytes(64, 1));
        assertThat(host.memory.firmware()).hasSize(1000);
    }

    @Test
    void selectingTheCurrentOneChangesNothing() {
        host.stalled(DfuRequest.DNLOAD.setup(0, 0, 65));
        host.setInterface(0);

        assertThat(host.status()).isEqualTo("errSTALLEDPKT, dfuERROR");
    }

    @Test
    void selectingAnotherDropsTheDownload() {
        host.downloadWhole(0, bytes(64, 1));
        host.setInterface(1);

        assertThat(host.status()).isEqualTo("OK, dfuIDLE");
        assertThat(host.memory.incoming()).isZero();
    }

    @Test
    void theFunctionalDescriptorFollowsTheLast() {
        byte[] configuration = host.usb()
                .controlIn(SetupPacket.of(Direction.IN, RequestType.STANDARD, Recipient.DEVICE, 6, 0x0200, 0, 255));

        assertThat(configuration)
                .hasSize(36)
                .containsSubsequence(9, 4, 0, 0, 0, 0xFE, 1, 2)
                .endsWith(9, 0x21, 0x07, 0xE8, 0x03, 0x40, 0x00, 0x10, 0x01);
    }

    @Test
    void thereIsAtLeastOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DfuModeClass(
                        DfuInterface.DFU_MODE,
                        new DfuFunctionalDescriptor(new DfuAttributes(true, true, true, false), 1000, 64, 0x0110),
                        DfuModeOptions.SPECIFICATION,
                        List.of(),
                        reason -> true))
                .withMessageContaining("memory");
    }
}
