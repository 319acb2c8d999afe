package usbd4j.gadget.cli;

/** Text that fits into a terminal. */
final class Page {
    private static final int WIDTH = 80;

    private final StringBuilder text = new StringBuilder();

    void line(String line) {
        text.append(line).append('\n');
    }

    void paragraph(String words) {
        text.append(wrapped(words, 0, 0));
    }

    /**
     * Adds a name, and what it means in a column beside it; or below, if the name is too long.
     *
     * @param indent the spaces before the name
     * @param name the name
     * @param column where the meaning begins
     * @param meaning the meaning
     */
    void item(int indent, String name, int column, String meaning) {
        String start = " ".repeat(indent) + name;
        if (start.length() >= column) {
            line(start);
            text.append(" ".repeat(column)).append(wrapped(meaning, column, column));
        } else {
            text.append(start).append(" ".repeat(column - start.length())).append(wrapped(meaning, column, column));
        }
    }

    /** {@return lines of words, of which the first begins at one column and the others at another} */
    private static String wrapped(String words, int first, int others) {
        StringBuilder lines = new StringBuilder();
        int column = first;
        boolean begins = true;
        for (String word : words.split(" ", -1)) {
            if (!begins && column + 1 + word.length() > WIDTH) {
                lines.append('\n').append(" ".repeat(others));
                column = others;
                begins = true;
            }
            lines.append(begins ? "" : " ").append(word);
            column += word.length() + (begins ? 0 : 1);
            begins = false;
        }
        return lines.append('\n').toString();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
