package usbd4j.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import usbd4j.stack.memory.Host;
import usbd4j.stack.memory.StallException;

/**
 * Every standard request in every state, as sections 9.4.1 to 9.4.11 of the USB 2.0 specification have it. Where they say
 * "not specified" of state Default the device does as in state Address, which is what the rows here hold it to.
 */
class StandardRequestTableTest {
    private final Chapter9Device device = new Chapter9Device();

    // bRequest, recipient, wValue, wIndex, wLength, and for each state what is answered: bytes in hexadecimal digits,
    // "done" for no data stage, or a stall.
    @ParameterizedTest(name = "{0} to {1}, wValue {2}, wIndex {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # 9.4.1: a feature that does not exist or cannot be cleared, an interface or endpoint that does not exist
            CLEAR_FEATURE     | DEVICE    | 1      | 0    | 0 | done  | done  | done
            CLEAR_FEATURE     | DEVICE    | 2      | 0    | 0 | stall | stall | stall
            CLEAR_FEATURE     | DEVICE    | 7      | 0    | 0 | stall | stall | stall
            CLEAR_FEATURE     | INTERFACE | 0      | 0    | 0 | stall | stall | stall
            CLEAR_FEATURE     | ENDPOINT  | 0      | 0    | 0 | done  | done  | done
            CLEAR_FEATURE     | ENDPOINT  | 0      | 0x80 | 0 | done  | done  | done
            CLEAR_FEATURE     | ENDPOINT  | 0      | 0x82 | 0 | stall | stall | done
            CLEAR_FEATURE     | ENDPOINT  | 0      | 0x81 | 0 | stall | stall | stall
            CLEAR_FEATURE     | ENDPOINT  | 1      | 0x82 | 0 | stall | stall | stall
            # 9.4.2: the value of the configuration, or 0
            GET_CONFIGURATION | DEVICE    | 0      | 0    | 1 | 00    | 00    | 01
            # 9.4.3: valid in every state
            GET_DESCRIPTOR    | DEVICE    | 0x0100 | 0    | 4 | 12010002 | 12010002 | 12010002
            GET_DESCRIPTOR    | DEVICE    | 0x0200 | 0    | 4 | 09023200 | 09023200 | 09023200
            GET_DESCRIPTOR    | DEVICE    | 0x0201 | 0    | 4 | 09021900 | 09021900 | 09021900
            GET_DESCRIPTOR    | DEVICE    | 0x0202 | 0    | 4 | stall | stall | stall
            GET_DESCRIPTOR    | DEVICE    | 0x0300 | 0    | 4 | 04030904 | 04030904 | 04030904
            GET_DESCRIPTOR    | DEVICE    | 0x0600 | 0    | 4 | 0a060002 | 0a060002 | 0a060002
            GET_DESCRIPTOR    | DEVICE    | 0x0700 | 0    | 4 | 09073200 | 09073200 | 09073200
            GET_DESCRIPTOR    | DEVICE    | 0x0F00 | 0    | 5 | stall | stall | stall
            # 9.4.4: an error before configuration, and for an interface that does not exist
            GET_INTERFACE     | INTERFACE | 0      | 0    | 1 | stall | stall | 00
            GET_INTERFACE     | INTERFACE | 0      | 1    | 1 | stall | stall | 00
            GET_INTERFACE     | INTERFACE | 0      | 2    | 1 | stall | stall | stall
            # 9.4.5: before configuration only the device and endpoint zero have a status
            GET_STATUS        | DEVICE    | 0      | 0    | 2 | 0100  | 0100  | 0100
            GET_STATUS        | INTERFACE | 0      | 0    | 2 | stall | stall | 0000
            GET_STATUS        | INTERFACE | 0      | 2    | 2 | stall | stall | stall
            GET_STATUS        | ENDPOINT  | 0      | 0    | 2 | 0000  | 0000  | 0000
            GET_STATUS        | ENDPOINT  | 0      | 0x80 | 2 | 0000  | 0000  | 0000
            GET_STATUS        | ENDPOINT  | 0      | 0x82 | 2 | stall | stall | 0000
            GET_STATUS        | ENDPOINT  | 0      | 0x81 | 2 | stall | stall | stall
            # 9.4.6: not specified for a configured device, nor for addresses above 127
            SET_ADDRESS       | DEVICE    | 9      | 0    | 0 | done  | done  | stall
            SET_ADDRESS       | DEVICE    | 0      | 0    | 0 | done  | done  | stall
            SET_ADDRESS       | DEVICE    | 127    | 0    | 0 | done  | done  | stall
            SET_ADDRESS       | DEVICE    | 128    | 0    | 0 | stall | stall | stall
            # 9.4.7: a configuration that does not exist
            SET_CONFIGURATION | DEVICE    | 0      | 0    | 0 | done  | done  | done
            SET_CONFIGURATION | DEVICE    | 1      | 0    | 0 | done  | done  | done
            SET_CONFIGURATION | DEVICE    | 2      | 0    | 0 | done  | done  | done
            SET_CONFIGURATION | DEVICE    | 3      | 0    | 0 | stall | stall | stall
            # 9.4.8: optional, and not offered
            SET_DESCRIPTOR    | DEVICE    | 0x0300 | 0    | 0 | stall | stall | stall
            # 9.4.9: as CLEAR_FEATURE; TEST_MODE is the controller's own business
            SET_FEATURE       | DEVICE    | 1      | 0    | 0 | done  | done  | done
            SET_FEATURE       | DEVICE    | 2      | 0x0100 | 0 | stall | stall | stall
            SET_FEATURE       | INTERFACE | 0      | 0    | 0 | stall | stall | stall
            SET_FEATURE       | ENDPOINT  | 0      | 0    | 0 | stall | stall | stall
            SET_FEATURE       | ENDPOINT  | 0      | 0x82 | 0 | stall | stall | done
            SET_FEATURE       | ENDPOINT  | 0      | 0x81 | 0 | stall | stall | stall
            # 9.4.10: an error before configuration, for an interface and for a setting that do not exist
            SET_INTERFACE     | INTERFACE | 0      | 0    | 0 | stall | stall | done
            SET_INTERFACE     | INTERFACE | 1      | 0    | 0 | stall | stall | done
            SET_INTERFACE     | INTERFACE | 2      | 0    | 0 | stall | stall | stall
            SET_INTERFACE     | INTERFACE | 1      | 1    | 0 | stall | stall | stall
            SET_INTERFACE     | INTERFACE | 0      | 2    | 0 | stall | stall | stall
            # 9.4.11: there are no isochronous endpoints
            SYNCH_FRAME       | ENDPOINT  | 0      | 0x82 | 2 | stall | stall | stall
            """)
    void isAnsweredAsSpecified(
            StandardRequest request,
            Recipient recipient,
            int wValue,
            int wIndex,
            int wLength,
            String inDefault,
            String inAddress,
            String inConfigured) {
        SetupPacket setup = request.setup(recipient, wValue, wIndex, wLength);

        assertAnswer(DeviceState.DEFAULT, setup, inDefault);
        assertAnswer(DeviceState.ADDRESS, setup, inAddress);
        assertAnswer(DeviceState.CONFIGURED, setup, inConfigured);
    }

    private static void assertAnswer(DeviceState state, SetupPacket setup, String expected) {
        Host host = new Chapter9Device().in(state);
        if (expected.equals("stall")) {
            assertThatExceptionOfType(StallException.class)
                    .as("%s in state %s", setup, state)
                    .isThrownBy(() -> host.control(setup));
        } else {
            assertThat(HexFormat.of().formatHex(host.control(setup)))
                    .as("%s in state %s", setup, state)
                    .isEqualTo(expected.equals("done") ? "" : expected);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET_CONFIGURATION, INTERFACE",
        "SET_CONFIGURATION, INTERFACE",
        "SET_ADDRESS, INTERFACE",
        "GET_INTERFACE, DEVICE",
        "SET_INTERFACE, DEVICE",
        "GET_INTERFACE, ENDPOINT",
        "SET_INTERFACE, ENDPOINT",
        "GET_STATUS, OTHER",
        "SET_FEATURE, RESERVED",
        "GET_DESCRIPTOR, ENDPOINT"
    })
    void stallsARequestToTheWrongRecipient(StandardRequest request, Recipient recipient) {
        Host host = device.in(DeviceState.CONFIGURED);
        int wLength = request.direction() == Direction.IN ? 1 : 0;

        assertThatExceptionOfType(StallException.class)
                .isThrownBy(() -> host.control(request.setup(recipient, 1, 0x82, wLength)));
    }

    @ParameterizedTest
    @CsvSource({"SET_ADDRESS, DEVICE", "SET_CONFIGURATION, DEVICE", "SET_INTERFACE, INTERFACE", "SET_FEATURE, DEVICE"})
    void stallsAnUnexpectedDataStage(StandardRequest request, Recipient recipient) {
        Host host = device.in(DeviceState.CONFIGURED);

        assertThatExceptionOfType(StallException.class)
                .isThrownBy(() -> host.control(request.setup(recipient, 0, 0, 1), (byte) 0));
    }
}
