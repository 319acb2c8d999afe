package usbd4j.stack;

/**
 * The settings of a {@link Product}, by key. A key is written in small letters, with hyphens between words; its meaning is a
 * sentence, which the user reads in the list of keys.
 */
public interface ClassSettings {
    /**
     * {@return a whole number}
     *
     * @param key the key
     * @param least the smallest that there is
     * @param most the largest
     * @param otherwise what it is if the user has not set it
     * @param meaning what it does, in a sentence
     */
    int number(String key, int least, int most, int otherwise, String meaning);

    /**
     * {@return true or false}
     *
     * @param key the key
     * @param otherwise what it is if the user has not set it
     * @param meaning what it does, in a sentence
     */
    boolean flag(String key, boolean otherwise, String meaning);

    /**
     * {@return a text}
     *
     * @param key the key
     * @param otherwise what it is if the user has not set it
     * @param meaning what it does, in a sentence
     */
    String text(String key, String otherwise, String meaning);
}
