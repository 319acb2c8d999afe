package usbd4j.stack.usbip;

import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.parallel.Execution;
import usbd4j.stack.UsbBusContract;
import usbd4j.stack.UsbClass;

@Execution(CONCURRENT)
class UsbIpBusTest extends UsbBusContract {
    private final UsbIpServer server = UsbIpServer.listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

    @Override
    protected Rig attach(UsbClass... classes) {
        return new UrbRig(server, classes);
    }

    @AfterEach
    void stopListening() {
        server.close();
    }
}
