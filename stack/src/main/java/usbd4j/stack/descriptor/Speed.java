package usbd4j.stack.descriptor;

import java.util.Optional;

/** The bus speeds that descriptors can be built for. */
public enum Speed {
    /** 12 Mbit/s. */
    FULL("full-speed", 64),
    /** 480 Mbit/s. */
    HIGH("high-speed", 512),
    /** 5 Gbit/s and faster. */
    SUPER("super-speed", 1024);

    private final String text;
    private final int bulkPacketSize;

    Speed(String text, int bulkPacketSize) {
        this.text = text;
        this.bulkPacketSize = bulkPacketSize;
    }

    /** {@return wMaxPacketSize of a bulk endpoint, in bytes (USB 2.0, 5.8.3; USB 3.2, 9.6.6)} */
    public int bulkPacketSize() {
        return bulkPacketSize;
    }

    /** {@return the other of full and high speed, which the device qualifier describes (USB 2.0, 9.6.2); empty for super speed} */
    public Optional<Speed> other() {
        return switch (this) {
            case FULL -> Optional.of(HIGH);
            case HIGH -> Optional.of(FULL);
            case SUPER -> Optional.empty();
        };
    }

    @Override
    public String toString() {
        return text;
    }
}
