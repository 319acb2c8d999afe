package usbd4j.gadget.devicefile;

/**
 * Where a value was given.
 *
 * @param text what messages begin with, such as {@code my.toml, line 12} or {@code --vid}
 * @param line in the file, from 1; 0 for the command line
 */
record Origin(String text, int line) {
    /** {@return an option of the command line, such as {@code --vid}} */
    static Origin option(String option) {
        return new Origin(option, 0);
    }
}
