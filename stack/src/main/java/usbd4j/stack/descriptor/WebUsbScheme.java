package usbd4j.stack.descriptor;

/** How a URL in a {@link WebUsbUrlDescriptor} begins (WebUSB, "URL Descriptor"). */
public enum WebUsbScheme {
    /** The text of the URL goes on after "http://". */
    HTTP(0, "http://"),
    /** The text of the URL goes on after "https://". */
    HTTPS(1, "https://"),
    /** The text of the URL is the whole URL. */
    NONE(0xFF, "");

    private final int code;
    private final String prefix;

    WebUsbScheme(int code, String prefix) {
        this.code = code;
        this.prefix = prefix;
    }

    /** {@return the value of bScheme} */
    public int code() {
        return code;
    }

    /** {@return what goes before the text of the URL} */
    public String prefix() {
        return prefix;
    }
}
