package usbd4j.gadget.devicefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTableTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "do = 'stall' | a fault needs on and do",
                "on = 'DNLOAD' | a fault needs on and do",
                "on = 'DNLOD', do = 'stall' | \"DNLOD\" is no request or event that a fault can strike",
                "on = 'DNLOAD', do = 'explode' | fault.do is \"stall\", \"ignore\", \"delay\", \"change\" or \"leave\", not \"explode\"",
                "on = 'DNLOAD', do = 'delay' | a fault that delays needs a time",
                "on = 'DNLOAD', do = 'change' | a fault that changes data needs a key that says how",
                "on = 'ABORT', do = 'change', length = 1 | ABORT has no data that a fault could change",
                "on = 'ABORT', do = 'stall', time = 5 | a fault with do = \"stall\" has no use for time: that is for \"delay\" and \"leave\"",
                "on = 'ABORT', do = 'stall', away = 5 | has no use for answered, performed, away or a key that begins with back-: that is for \"leave\"",
                "on = 'DNLOAD', do = 'ignore', lost = true | has no use for a key that changes data: that is for \"change\"",
                "on = 'ABORT', do = 'stall', block = 1 | a fault on ABORT has no block: DNLOAD and UPLOAD have",
                "on = 'ABORT', do = 'stall', byte = 1 | a fault on ABORT has no byte: DNLOAD and UPLOAD have",
                "on = 'RESET', do = 'stall' | RESET is no request: a fault there can \"leave\"",
                "on = 'CONFIGURED', do = 'ignore' | CONFIGURED is no request: a fault there can \"leave\"",
                "on = 'ATTACH', do = 'delay', time = 5 | ATTACH is no request: a fault there can \"leave\"",
                "on = 'RESET', do = 'leave', answered = true | RESET is no request, and has no answer",
                "on = 'RESET', do = 'leave', performed = true | RESET is no request, and has no answer",
                "on = 'DETACH', do = 'leave', answered = true, performed = true | answered or performed, not both",
                "on = 'DETACH', do = 'leave', back-as = 'dfu-mode' | back-as = \"dfu-mode\" needs on-detach = \"dfu-mode\" in [run-time]: this device has no DFU mode",
                "on = 'DNLOAD', do = 'leave', performed = true | performed needs wLength = 0 on DNLOAD: its data are received only with the status stage",
                "on = 'RESET', do = 'leave', wLength = 0 | a fault on RESET has no wValue, wIndex or wLength: requests have",
                "on = 'ATTACH', do = 'leave', attached-for = 5 | a fault on ATTACH has no after, state or attached-for",
                "on = 'ABORT', do = 'stall', after = 'RESET' | \"RESET\" is an event, and no request",
                "on = 'ABORT', do = 'stall', after = 'SET_INTERFACE' | after is for a request of DFU, not SET_INTERFACE",
                "on = 'ABORT', do = 'stall', nth = 1, to = 3 | a fault has nth, or from and to; not both",
                "on = 'ABORT', do = 'stall', from = 4, to = 3 | a fault that strikes from 4 to 3 strikes nothing",
                "on = 'ABORT', do = 'stall', state = 'dfuIdle' | \"dfuIdle\" is no state of DFU",
                "on = 'DNLOAD', do = 'halt' | a fault with do = \"halt\" is on an endpoint: it has endpoint in place of on",
                "endpoint = 0x81 | a fault on an endpoint needs do: \"halt\", \"nak\", \"short\" or \"babble\"",
                "endpoint = 0x81, do = 'stall' | fault.do is \"halt\", \"nak\", \"short\" or \"babble\" on an endpoint, not \"stall\"",
                "endpoint = 0x81, do = 'nak' | a fault that answers NAK needs a time",
                "endpoint = 0x81, do = 'short' | a fault that cuts a transfer short needs a length",
                "endpoint = 0x81, do = 'halt', time = 5 | a fault with do = \"halt\" has no use for time: that is for \"nak\"",
                "endpoint = 0x81, do = 'nak', time = 5, length = 1 | has no use for length: that is for \"short\"",
                "endpoint = 0x81, on = 'DNLOAD', do = 'halt' | a fault on an endpoint has no use for on: it takes do, time, length",
                "endpoint = 0x81, do = 'halt', persona = 'dfu-mode' | a fault on an endpoint has no use for persona",
                "endpoint = 0x81, do = 'halt', lost = true | a fault on an endpoint has no use for lost",
                "endpoint = 0x81, do = 'halt', nth = 1, to = 3 | a fault has nth, or from and to; not both",
                "endpoint = 0x81, do = 'halt', from = 4, to = 3 | a fault that strikes from 4 to 3 strikes nothing",
                "endpoint = 0x80, do = 'halt' | 0x80 is no endpoint of a class: these are 0x01 to 0x0f, and 0x81 to 0x8f for IN",
                "endpoint = 0x91, do = 'halt' | 0x91 is no endpoint of a class",
                "endpoint = 0x101, do = 'halt' | 257 is not a number from 0x00 to 0xff",
                "endpoint = 0x01, do = 'babble' | a device babbles on an endpoint for IN, and 0x01 is for OUT",
                "on = 'ABORT', do = 'stall', probability = 1.5 | 1.5 is not a number above 0.0, at most 1.0",
            })
    void aMistakeIsTold(String fault, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Read.set("fault = [{" + fault + "}]"))
                .withMessageContaining(sentence);
    }

    /** Keys that were not read because of it are none. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "on = 'ABORT', do = 'stall', block = 1",
                "on = 'ABORT', do = 'stall', nth = 1, to = 3",
                "endpoint = 0x81, do = 'halt', persona = 'dfu-mode'"
            })
    void aMistakeIsToldAlone(String fault) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Read.set("fault = [{" + fault + "}]"))
                .withMessageNotContaining("there is no");
    }

    /** What could not be read is not missing as well. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "on = 'dnload', do = 'stall' | fault.on: \"dnload\" is no request or event",
                "on = 'DNLOAD', do = 'change', bytes = 'abc' | fault.bytes: \"abc\" is not bytes, of two hexadecimal digits each",
            })
    void aWrongValueIsToldAlone(String fault, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Read.set("fault = [{" + fault + "}]"))
                .withMessageStartingWith("--set fault: " + sentence)
                .withMessageNotContaining("\n");
    }

    @Test
    void aMistakeInAFileIsToldWithItsLine() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Read.text("[[fault]]\non = \"DNLOAD\"\n\n[[fault]]\non = \"ABORT\"\n"))
                .withMessageContaining("line 4: a fault needs on and do");
    }

    @Test
    void theLogSaysWhatAndWhere() {
        assertThat(Read.set("fault = [{on = 'DNLOAD', block = 7, do = 'delay', time = 5}]")
                        .faults())
                .singleElement()
                .hasToString("delay by 5 ms DNLOAD, block 7");
    }

    @Test
    void theLogSaysWhatHappensToATransferAndOnWhichEndpoint() {
        assertThat(Read.set("fault = [{endpoint = 0x81, do = 'nak', time = 500}]")
                        .faults())
                .singleElement()
                .hasToString("NAK for 500 ms, endpoint 0x81");
    }
}
