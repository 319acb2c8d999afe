package usbd4j.gadget.controller;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import usbd4j.stack.descriptor.Speed;

class ControllerTest {
    @ParameterizedTest
    @CsvSource({
        "full-speed,       true, false, false",
        "high-speed,       true, true,  false",
        "super-speed,      true, true,  true",
        "super-speed-plus, true, true,  true",
        "UNKNOWN,          true, true,  true",
    })
    void supportsWhatIsNotFasterThanItsFastest(String maximumSpeed, boolean full, boolean high, boolean isSuper) {
        Controller controller = new Controller(Path.of("a.usb"), "not attached", "UNKNOWN", maximumSpeed, "");

        assertThat(controller.supports(Speed.FULL)).isEqualTo(full);
        assertThat(controller.supports(Speed.HIGH)).isEqualTo(high);
        assertThat(controller.supports(Speed.SUPER)).isEqualTo(isSuper);
    }
}
