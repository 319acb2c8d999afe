package usbd4j.stack;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import usbd4j.stack.descriptor.AlternateSetting;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.descriptor.Power;
import usbd4j.stack.descriptor.Speed;
import usbd4j.stack.descriptor.UsbEndpoint;
import usbd4j.stack.descriptor.UsbInterface;
import usbd4j.stack.descriptor.UsbString;
import usbd4j.stack.memory.Host;

/**
 * A device that has some of everything that chapter 9 of the USB specification speaks of.
 *
 * <p>Configuration 1, self-powered and able to wake up the host: interface 0 with bulk IN 0x81 in its alternate setting 1,
 * interface 1 with bulk IN 0x82. Configuration 2, powered by the bus: interface 0 with bulk OUT 0x01.
 */
final class Chapter9Device {
    static final UsbInterface TWO_SETTINGS = UsbInterface.of(
            AlternateSetting.of(0xFF, 0, 0), AlternateSetting.of(0xFF, 0, 1).with(UsbEndpoint.bulkIn()));

    final Part first =
            new Part(List.of(TWO_SETTINGS, UsbInterface.of(0xFF, 0, 2).with(UsbEndpoint.bulkIn())));
    final Part second = new Part(List.of(UsbInterface.of(0xFF, 0, 3).with(UsbEndpoint.bulkOut())));

    /** A class that writes down what it is told. */
    static final class Part implements UsbClass {
        final List<String> told = new ArrayList<>();
        private final List<UsbInterface> interfaces;
        List<Endpoint> endpoints = List.of();

        Part(List<UsbInterface> interfaces) {
            this.interfaces = interfaces;
        }

        @Override
        public List<UsbInterface> interfaces() {
            return interfaces;
        }

        @Override
        public void endpoints(List<Endpoint> assigned) {
            endpoints = assigned;
        }

        @Override
        public void event(BusEvent event, Instant now) {
            told.add(event.name());
        }

        @Override
        public void alternateSetting(int which, int bAlternateSetting, Instant now) {
            told.add("interface %d: setting %d".formatted(which, bAlternateSetting));
        }
    }

    Host connected(Speed speed) {
        return Host.connect(
                Identity.of(0x1209, 0x0001),
                List.of(
                        new DeviceConfiguration(
                                List.of(first), new Power(true, true, 10), Optional.of(UsbString.of("first"))),
                        DeviceConfiguration.of(List.of(second))),
                speed);
    }

    /** {@return a host that has brought the device, at high speed, into this state; into CONFIGURED with configuration 1} */
    Host in(DeviceState state) {
        Host host = connected(Speed.HIGH);
        switch (state) {
            case DEFAULT -> {}
            case ADDRESS -> host.control(StandardRequest.SET_ADDRESS.setup(Recipient.DEVICE, 5, 0, 0));
            case CONFIGURED -> {
                host.control(StandardRequest.SET_ADDRESS.setup(Recipient.DEVICE, 5, 0, 0));
                host.configure(1);
            }
        }
        return host;
    }
}
