package usbd4j.gadget.tracefile;

import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import usbd4j.gadget.trace.Attached;
import usbd4j.gadget.trace.BusChange;
import usbd4j.gadget.trace.ControlTransfer;
import usbd4j.gadget.trace.Ending;
import usbd4j.gadget.trace.EndpointTransfer;
import usbd4j.gadget.trace.Lost;
import usbd4j.gadget.trace.Note;
import usbd4j.gadget.trace.SettingChange;
import usbd4j.gadget.trace.TraceEvent;
import usbd4j.stack.BusEvent;
import usbd4j.stack.Outcome;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.descriptor.Speed;
import usbd4j.stack.descriptor.TransferType;

/**
 * The fields of a line.
 *
 * @param values by their names
 */
record Fields(Map<String, String> values) {
    private static final int DEVICE_LENGTH = 18;
    private static final long LONGEST_MICROS = Duration.ofDays(365).toNanos() / 1000;

    /**
     * {@return the event; empty if it is of a kind that a later program writes}
     *
     * @throws IllegalArgumentException if a field is missing, or wrong
     */
    Optional<TraceEvent> event() {
        String kind = text("event");
        return Optional.ofNullable(
                switch (kind) {
                    case "attached" ->
                        new Attached(
                                time(),
                                text("persona"),
                                text("bus"),
                                bytes("device", DEVICE_LENGTH),
                                bytes("configuration"));
                    case "control" -> control();
                    case "alternate-setting" ->
                        new SettingChange(time(), (int) number("interface"), (int) number("setting"));
                    case "transfer" ->
                        new EndpointTransfer(
                                time(),
                                (int) number("endpoint"),
                                constant("type", TransferType.values()),
                                constant("outcome", Outcome.values()),
                                bytes("data"));
                    case "note" -> new Note(time(), text("text"));
                    case "lost" -> new Lost(time(), number("count"));
                    default -> busChange(kind).orElse(null);
                });
    }

    private TraceEvent control() {
        return new ControlTransfer(
                time(),
                took(),
                SetupBytes.read(bytes("setup", SetupPacket.LENGTH).array()),
                Ending.of(text("ending")).orElseThrow(() -> wrong("ending")),
                values.containsKey("data") ? bytes("data") : ControlTransfer.NO_DATA,
                values.getOrDefault("reason", ""));
    }

    private Duration took() {
        long micros = number("took-us");
        if (Math.abs(micros) > LONGEST_MICROS) {
            throw wrong("took-us");
        }
        return Duration.of(micros, ChronoUnit.MICROS);
    }

    private Optional<TraceEvent> busChange(String kind) {
        return Arrays.stream(BusEvent.values())
                .filter(each -> name(each).equals(kind))
                .findFirst()
                .map(event -> new BusChange(time(), event, speed()));
    }

    private Optional<Speed> speed() {
        return values.containsKey("speed") ? Optional.of(knownSpeed()) : Optional.empty();
    }

    private Speed knownSpeed() {
        return Arrays.stream(Speed.values())
                .filter(each -> each.toString().equals(text("speed")))
                .findFirst()
                .orElseThrow(() -> wrong("speed"));
    }

    /** {@return the name of a constant in traces} */
    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private <E extends Enum<E>> E constant(String field, E[] all) {
        return Arrays.stream(all)
                .filter(each -> name(each).equals(text(field)))
                .findFirst()
                .orElseThrow(() -> wrong(field));
    }

    String text(String field) {
        String value = values.get(field);
        if (value == null) {
            throw new IllegalArgumentException("\"%s\" is missing".formatted(field));
        }
        return value;
    }

    long number(String field) {
        try {
            return Long.parseLong(text(field));
        } catch (NumberFormatException e) {
            throw wrong(field);
        }
    }

    private Instant time() {
        try {
            return Instant.parse(text("time"));
        } catch (DateTimeException e) {
            throw wrong("time");
        }
    }

    private ByteBuffer bytes(String field) {
        try {
            return ByteBuffer.wrap(HexFormat.of().parseHex(text(field)));
        } catch (IllegalArgumentException e) {
            throw wrong(field);
        }
    }

    private ByteBuffer bytes(String field, int length) {
        ByteBuffer bytes = bytes(field);
        if (bytes.remaining() != length) {
            throw wrong(field);
        }
        return bytes;
    }

    private IllegalArgumentException wrong(String field) {
        return new IllegalArgumentException("\"%s\" is \"%s\", which it cannot be".formatted(field, text(field)));
    }
}
