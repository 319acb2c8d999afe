package usbd4j.gadget.cli;

/** Reads a decimal number of two bytes. */
final class U16Converter extends CheckedConverter<Integer> {
    private static final int MAX = 0xFFFF;

    @Override
    Integer checked(String text) {
        try {
            int value = Integer.parseInt(text);
            if (value >= 0 && value <= MAX) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Told below, with everything else that is no such number.
        }
        throw new IllegalArgumentException("\"%s\" is not a number from 0 to %d".formatted(text, MAX));
    }
}
