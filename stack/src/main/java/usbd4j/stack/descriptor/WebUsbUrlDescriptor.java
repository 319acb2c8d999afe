package usbd4j.stack.descriptor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The WebUSB URL descriptor (WebUSB, "URL Descriptor").
 *
 * @param bScheme 1 byte, the URL scheme
 * @param url the URL without its scheme prefix, 1 to 252 bytes of UTF-8
 */
public record WebUsbUrlDescriptor(WebUsbScheme bScheme, String url) implements Descriptor {
    /** Maximum length of a URL without its scheme, in bytes of UTF-8. */
    public static final int MAX_LENGTH = 252;

    private static final int WEBUSB_URL = 3;
    private static final int LENGTH_WITHOUT_URL = 3;

    /** Checks the length. */
    public WebUsbUrlDescriptor {
        int length = url.getBytes(UTF_8).length;
        if (length < 1 || length > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "the URL \"%s%s\" has %d bytes of UTF-8 after its scheme; it must have 1 to %d"
                            .formatted(bScheme.prefix(), url, length, MAX_LENGTH));
        }
    }

    /**
     * {@return the URL descriptor of a web page}
     *
     * @param page an http or https URL with at most 252 bytes of UTF-8 after the scheme
     * @throws IllegalArgumentException if the URL has another scheme, no host, or is too long
     */
    public static WebUsbUrlDescriptor of(URI page) {
        String text = page.toString();
        Optional<WebUsbScheme> scheme = Stream.of(WebUsbScheme.HTTP, WebUsbScheme.HTTPS)
                .filter(each -> text.regionMatches(
                        true, 0, each.prefix(), 0, each.prefix().length()))
                .findFirst();
        if (scheme.isEmpty() || page.getHost() == null) {
            throw new IllegalArgumentException(
                    "\"%s\" is not a web address: it must begin with http:// or https:// and name a host"
                            .formatted(page));
        }
        return new WebUsbUrlDescriptor(
                scheme.get(), text.substring(scheme.get().prefix().length()));
    }

    @Override
    public int bLength() {
        return LENGTH_WITHOUT_URL + url.getBytes(UTF_8).length;
    }

    /** {@return 3, WEBUSB_URL; requested only with the WebUSB GET_URL request, so not to be confused with STRING} */
    @Override
    public int bDescriptorType() {
        return WEBUSB_URL;
    }

    @Override
    public void writeFields(ByteBuffer buffer) {
        buffer.put((byte) bScheme.code());
        buffer.put(url.getBytes(UTF_8));
    }
}
