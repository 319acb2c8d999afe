package usbd4j.stack.example;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import usbd4j.stack.BusEvent;
import usbd4j.stack.ClassSettings;
import usbd4j.stack.Direction;
import usbd4j.stack.Endpoint;
import usbd4j.stack.Product;
import usbd4j.stack.Recipient;
import usbd4j.stack.Reply;
import usbd4j.stack.RequestType;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.Transfer;
import usbd4j.stack.descriptor.AlternateSetting;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.descriptor.UsbEndpoint;
import usbd4j.stack.descriptor.UsbInterface;
import usbd4j.stack.descriptor.UsbString;

/**
 * A vendor-specific class: a thermometer with five requests and an interrupt endpoint that reports the temperature.
 *
 * <table>
 *   <caption>Vendor requests to the interface</caption>
 *   <tr><th>bRequest</th><th>direction</th><th>data</th><th>does</th></tr>
 *   <tr><td>1</td><td>IN</td><td>2 bytes</td><td>returns the temperature, in hundredths of a degree Celsius,
 * signed</td></tr>
 *   <tr><td>2</td><td>OUT</td><td>none</td><td>sets the reporting period to wValue milliseconds, 0 to stop
 * reporting</td></tr>
 *   <tr><td>3</td><td>OUT</td><td>2 bytes</td><td>sets the temperature, since there is no sensor</td></tr>
 *   <tr><td>4</td><td>IN</td><td>up to 32 bytes</td><td>returns the name of the place, in UTF-8</td></tr>
 *   <tr><td>5</td><td>OUT</td><td>1 to 32 bytes</td><td>sets that name</td></tr>
 * </table>
 *
 * <p>A report is the temperature, sent on the interrupt IN endpoint.
 *
 * <p>The thermometer is a {@link Product}: the user can set what it measures and where it is.
 */
public final class Thermometer implements Product {
    private static final int GET_TEMPERATURE = 1;
    private static final int SET_PERIOD = 2;
    private static final int SET_TEMPERATURE = 3;
    private static final int GET_PLACE = 4;
    private static final int SET_PLACE = 5;

    private static final int TEMPERATURE_LENGTH = 2;
    private static final int LONGEST_NAME = 32;

    /** Absolute zero. */
    private static final int COLDEST = -27315;

    private final ByteBuffer place = ByteBuffer.allocate(LONGEST_NAME).limit(0);
    private short temperature = 2150;
    private Duration period = Duration.ZERO;
    private Optional<Instant> nextWarning = Optional.empty();
    private Optional<Transfer> warning = Optional.empty();

    /** Creates a thermometer at 21.5 degrees that sends no reports. */
    public Thermometer() {}

    @Override
    public void configure(ClassSettings settings) {
        temperature = (short) settings.number(
                "temperature",
                COLDEST,
                Short.MAX_VALUE,
                temperature,
                "The temperature that it measures, in hundredths of a degree Celsius.");
        byte[] name = settings.text("place", "", "The name of the place, at most 32 bytes of UTF-8.")
                .getBytes(UTF_8);
        if (name.length > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "class.place has %d bytes of UTF-8, and it takes at most %d".formatted(name.length, LONGEST_NAME));
        }
        place.clear().put(name).flip();
    }

    @Override
    public Optional<Identity> identity() {
        return Optional.of(new Identity(0x1209, 0x0001, 0x0100, text("usbd4j"), text("Thermometer"), text("0001")));
    }

    private static Optional<UsbString> text(String text) {
        return Optional.of(UsbString.of(text));
    }

    @Override
    public List<UsbInterface> interfaces() {
        return List.of(UsbInterface.of(AlternateSetting.of(0xFF, 0, 0)
                .named(text("Thermometer"))
                .with(UsbEndpoint.interruptIn(TEMPERATURE_LENGTH, 10))));
    }

    @Override
    public void endpoints(List<Endpoint> endpoints) {
        warning = Optional.of(endpoints.get(0).transfer(TEMPERATURE_LENGTH, sent -> {}));
    }

    @Override
    public Optional<Reply> control(SetupPacket setup, Instant now) {
        if (!setup.is(RequestType.VENDOR, Recipient.INTERFACE)) {
            return Optional.empty();
        }
        return setup.direction() == Direction.IN ? give(setup.bRequest()) : take(setup);
    }

    private Optional<Reply> give(int bRequest) {
        return switch (bRequest) {
            case GET_TEMPERATURE -> Optional.of(Reply.data(temperatureBytes()));
            case GET_PLACE -> Optional.of(Reply.data(place));
            default -> Optional.empty();
        };
    }

    /** A request with the wrong wLength is not supported and is stalled. */
    private Optional<Reply> take(SetupPacket setup) {
        int length = setup.wLength();
        if (setup.bRequest() == SET_PERIOD && length == 0) {
            return Optional.of(Reply.ack(done -> warnEvery(Duration.ofMillis(setup.wValue()), done)));
        }
        if (setup.bRequest() == SET_TEMPERATURE && length == TEMPERATURE_LENGTH) {
            return Optional.of(Reply.receive(data -> temperature = data.getShort()));
        }
        if (setup.bRequest() == SET_PLACE && length > 0 && length <= LONGEST_NAME) {
            return Optional.of(Reply.receive(name -> place.clear().put(name).flip()));
        }
        return Optional.empty();
    }

    private ByteBuffer temperatureBytes() {
        return ByteBuffer.allocate(TEMPERATURE_LENGTH)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(temperature)
                .flip();
    }

    private void warnEvery(Duration chosen, Instant now) {
        period = chosen;
        nextWarning = chosen.isZero() ? Optional.empty() : Optional.of(now.plus(chosen));
    }

    /** Reporting stops when the device is configured; the host program must request it again. */
    @Override
    public void event(BusEvent event, Instant now) {
        if (event == BusEvent.CONFIGURED) {
            warnEvery(Duration.ZERO, now);
        }
    }

    @Override
    public Optional<Instant> deadline() {
        return nextWarning;
    }

    /** Skips a report while the last one has not been read by the host. */
    @Override
    public void deadlineReached(Instant now) {
        nextWarning = Optional.of(now.plus(period));
        warning.filter(each -> !each.isPending()).ifPresent(each -> {
            each.buffer().clear().putShort(temperature).flip();
            each.submit();
        });
    }
}
