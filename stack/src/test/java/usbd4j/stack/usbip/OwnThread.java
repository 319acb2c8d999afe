package usbd4j.stack.usbip;

/** A thread for each device, since the common pool has few for all tests that go on at a time. */
final class OwnThread {
    private OwnThread() {}

    static void start(Runnable device) {
        new Thread(device, "device").start();
    }
}
