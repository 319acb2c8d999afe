package usbd4j.stack.usbip;

import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import org.junit.jupiter.api.parallel.Execution;
import usbd4j.stack.UsbBusContract;
import usbd4j.stack.UsbClass;

@Execution(CONCURRENT)
class UrbBusTest extends UsbBusContract {
    @Override
    protected Rig attach(UsbClass... classes) {
        return new UrbRig(classes);
    }
}
