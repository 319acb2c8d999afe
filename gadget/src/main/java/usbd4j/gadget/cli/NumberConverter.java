package usbd4j.gadget.cli;

/** Reads a decimal number. */
final class NumberConverter extends CheckedConverter<Long> {
    @Override
    Long checked(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"%s\" is not a number".formatted(text), e);
        }
    }
}
