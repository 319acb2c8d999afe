package usbd4j.gadget.devicefile;

/**
 * What is wrong with a value.
 *
 * @param origin where it was given
 * @param sentence what is wrong
 */
record Mistake(Origin origin, String sentence) {
    @Override
    public String toString() {
        return "%s: %s".formatted(origin.text(), sentence);
    }
}
