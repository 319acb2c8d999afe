package usbd4j.stack.usbip;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import usbd4j.stack.UsbBusContract;
import usbd4j.stack.UsbClass;

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
