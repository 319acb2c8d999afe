package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Starts udev, which tells libusb of devices that come while a program runs, such as the one in DFU mode. */
final class Udev implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
        assertThat(Tool.run("/lib/systemd/systemd-udevd", "--daemon").status()).isZero();
    }
}
