package usbd4j.gadget.devicefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                "on = 'ABORT', do = 'stall', away = 5 | has no use for answered, away or a key that begins with back-: that is for \"leave\"",
                "on = 'DNLOAD', do = 'ignore', lost = true | has no use for a key that changes data: that is for \"change\"",
                "on = 'ABORT', do = 'stall', block = 1 | a fault on ABORT has no block: DNLOAD and UPLOAD have",
                "on = 'ABORT', do = 'stall', byte = 1 | a fault on ABORT has no byte: DNLOAD and UPLOAD have",
                "on = 'RESET', do = 'stall' | RESET is no request: a fault there can \"leave\"",
                "on = 'CONFIGURED', do = 'ignore' | CONFIGURED is no request: a fault there can \"leave\"",
                "on = 'ATTACH', do = 'delay', time = 5 | ATTACH is no request: a fault there can \"leave\"",
                "on = 'RESET', do = 'leave', answered = true | RESET is no request, and has no answer",
                "on = 'RESET', do = 'leave', wLength = 0 | a fault on RESET has no wValue, wIndex or wLength: requests have",
                "on = 'ATTACH', do = 'leave', attached-for = 5 | a fault on ATTACH has no after, state or attached-for",
                "on = 'ABORT', do = 'stall', after = 'RESET' | \"RESET\" is an event, and no request",
                "on = 'ABORT', do = 'stall', after = 'SET_INTERFACE' | after is for a request of DFU, not SET_INTERFACE",
                "on = 'ABORT', do = 'stall', nth = 1, to = 3 | a fault has nth, or from and to; not both",
                "on = 'ABORT', do = 'stall', from = 4, to = 3 | a fault that strikes from 4 to 3 strikes nothing",
                "on = 'ABORT', do = 'stall', state = 'dfuIdle' | \"dfuIdle\" is no state of DFU",
                "on = 'ABORT', do = 'stall', probability = 1.5 | 1.5 is not a number above 0.0, at most 1.0",
            })
    void aMistakeIsTold(String fault, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Read.set("fault = [{" + fault + "}]"))
                .withMessageContaining(sentence);
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
}
