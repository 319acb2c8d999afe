package usbd4j.stack.descriptor;

/** URL scheme of a {@link WebUsbUrlDescriptor} (WebUSB, "URL Descriptor"). */
public enum WebUsbScheme {
    /** The URL is prefixed with "http://". */
    HTTP(0, "http://"),
    /** The URL is prefixed with "https://". */
    HTTPS(1, "https://"),
    /** The URL includes its scheme. */
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

    /** {@return the URL prefix} */
    public String prefix() {
        return prefix;
    }
}
