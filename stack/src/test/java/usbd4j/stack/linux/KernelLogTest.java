package usbd4j.stack.linux;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KernelLogTest {
    @Test
    void aRecordHasFieldsAMessageAndADictionary() {
        assertThat(KernelLog.message(
                        "3,1234,5678,-;usb 1-1: can't set config #1, error -32\n SUBSYSTEM=usb\n DEVICE=+usb:1-1\n"))
                .isEqualTo("usb 1-1: can't set config #1, error -32");
        assertThat(KernelLog.message("6,1,2,-;a;b\n")).isEqualTo("a;b");
    }
}
