package usbd4j.gadget.usbip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.GadgetException;

class NetworkAddressTest {
    @ParameterizedTest
    @CsvSource({
        "board,           board,     3240",
        "board:3241,      board,     3241",
        "192.168.1.5:80,  192.168.1.5, 80",
        "[::1],           ::1,       3240",
        "[fe80::2]:3241,  fe80::2,   3241",
        "0.0.0.0:0,       0.0.0.0,   0"
    })
    void isAHostAndAPort(String text, String host, int port) {
        assertThat(NetworkAddress.of(text)).isEqualTo(new NetworkAddress(host, port));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ":3240", "board:", "board:x", "::1", "[::1", "[]:1", "[::1]x", "a:1:2", "a:-1", "a:123456"})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> NetworkAddress.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"%s\" is not an address: write HOST, HOST:PORT, or [ADDRESS]:PORT for IPv6", text);
    }

    @Test
    void aPortThatThereIsNotIsRefused() {
        assertThatThrownBy(() -> NetworkAddress.of("board:65536"))
                .hasMessage("65536 is not a port: there are 0 to 65535");
    }

    @Test
    void aNameThatIsUnknownEndsTheProgram() {
        // Of RFC 6761: a name that never exists.
        assertThatThrownBy(() -> NetworkAddress.of("board.invalid").resolve(ExitStatus.NO_REMOTE_DEVICE))
                .isInstanceOfSatisfying(
                        GadgetException.class, e -> assertThat(e.status()).isEqualTo(ExitStatus.NO_REMOTE_DEVICE))
                .hasMessage("there is no machine \"board.invalid\": its name has no address");
    }
}
