package usbd4j.stack.linux;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The list of processors. What a probe records is tested on the board. */
class KernelProbeTest {
    @Test
    void oneProcessorIsAList() {
        assertThat(KernelProbe.processors("0")).containsExactly(0);
    }

    @Test
    void aListCanHaveRangesAndSingleProcessors() {
        assertThat(KernelProbe.processors("0-2,5,7-8")).containsExactly(0, 1, 2, 5, 7, 8);
    }
}
