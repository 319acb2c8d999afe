package usbd4j.stack.udc;

import java.nio.file.Path;
import usbd4j.stack.UsbException;

/** The USB device controller was removed while a device was using it. */
public final class ControllerGoneException extends UsbException {
    private static final long serialVersionUID = 1;

    ControllerGoneException(Path controller) {
        super("the USB device controller %s is gone: its driver was unloaded or it was unplugged"
                .formatted(controller.getFileName()));
    }
}
