package usbd4j.junit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The device of a test, as the test sees it: where the host finds it, what the device has logged, and its firmware. Its waits fail the
 * test when their time is over, with the transcript in the message.
 *
 * <p>A wait begins where the last one has found something. So lines are waited for in the order in which they come, and one that has
 * come already does not have to be waited for in time.
 */
public final class DeviceUnderTest {
    private static final String CONFIGURED = " configured by the host";

    private final ServedDevice served;
    private final Duration limit;

    DeviceUnderTest(ServedDevice served, Duration limit) {
        this.served = served;
        this.limit = limit;
    }

    /** {@return what Linux calls the place where it is plugged in, such as 3-1; what {@code dfu-util --path} takes} */
    public String path() {
        return appearance().path();
    }

    /** {@return the number of its bus, from 1} */
    public int bus() {
        return onHost().number("busnum", 10);
    }

    /** {@return its number on the bus, from 1; a new one each time that the device comes back} */
    public int number() {
        return onHost().number("devnum", 10);
    }

    /** {@return its file in usbfs, such as /dev/bus/usb/003/007} */
    public Path usbfs() {
        return onHost().usbfs();
    }

    /** {@return idVendor, 16 bits, as the host has read it} */
    public int idVendor() {
        return onHost().number("idVendor", 16);
    }

    /** {@return idProduct, 16 bits, as the host has read it: by default another one in DFU mode} */
    public int idProduct() {
        return onHost().number("idProduct", 16);
    }

    /** {@return all that it has logged, a line for each thing that the host did, with the time of day} */
    public List<String> transcript() {
        return served.transcript().lines();
    }

    /** {@return the firmware in its first memory; empty if none has been written} */
    public byte[] firmware() {
        return served.firmware(memory -> true);
    }

    /**
     * {@return the firmware in one of its memories; empty if none has been written}
     *
     * @param memory the memory's name, or the part of it before the first slash that a name of DfuSe has
     * @throws IllegalArgumentException if there is none
     */
    public byte[] firmware(String memory) {
        return served.firmware(each -> each.equals(memory) || each.startsWith(memory + "/"));
    }

    /**
     * Waits for a line of the transcript.
     *
     * @param text what is in the line, such as "the new firmware has"
     * @return the first line that has it, after the one that was last waited for
     * @throws AssertionError if none comes within the time limit of {@link UsbDeviceUnderTest}
     */
    public String awaitLine(String text) {
        return awaitLine(text, limit);
    }

    /**
     * Waits for a line of the transcript.
     *
     * @param text what is in the line
     * @param longest how long
     * @return the first line that has it, after the one that was last waited for
     * @throws AssertionError if none comes in time
     */
    public String awaitLine(String text, Duration longest) {
        return served.transcript()
                .await("no line with \"%s\" came".formatted(text), each -> each.contains(text), longest);
    }

    /**
     * Waits until the device has come to the bus once more and the host has configured it, in whichever mode. A device that is detached
     * comes back in DFU mode; with new firmware it comes back in run-time.
     *
     * @throws AssertionError if it does not within the time limit of {@link UsbDeviceUnderTest}
     */
    public void awaitReenumeration() {
        awaitReenumeration(limit);
    }

    /**
     * Waits until the device has come to the bus once more and the host has configured it, in whichever mode.
     *
     * @param longest how long
     * @throws AssertionError if it does not in time
     */
    public void awaitReenumeration(Duration longest) {
        LiveTranscript transcript = served.transcript();
        Deadline deadline = Deadline.in(longest);
        transcript.await("the device did not come to the bus", Appearance::isIn, deadline.left());
        transcript.await("the host did not configure the device", each -> each.contains(CONFIGURED), deadline.left());
        onHost().obstacleAt(deadline).ifPresent(obstacle -> {
            throw transcript.failure(obstacle);
        });
    }

    private HostDevice onHost() {
        return HostDevice.at(appearance().path());
    }

    private Appearance appearance() {
        return Appearance.last(transcript())
                .orElseThrow(() -> served.transcript().failure("the device was not on the bus yet"));
    }

    @Override
    public String toString() {
        return Appearance.last(transcript()).map(Appearance::toString).orElse("a device that is not on the bus");
    }
}
