package usbd4j.stack.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes as WebUSB, "URL Descriptor", has them. */
class WebUsbUrlDescriptorTest {
    @Test
    void hasTheBytesOfTheSpecification() {
        assertThat(new WebUsbUrlDescriptor(WebUsbScheme.HTTPS, "ü.org/a")
                        .bytes()
                        .array())
                .containsExactly(
                        11, // bLength
                        3, // bDescriptorType
                        1, // bScheme
                        0xC3, // URL
                        0xBC, '.', 'o', 'r', 'g', '/', 'a');
    }

    @ParameterizedTest
    @CsvSource({"HTTP, 0", "HTTPS, 1", "NONE, 255"})
    void codesOfTheSchemesAreThoseOfTheSpecification(WebUsbScheme scheme, int code) {
        assertThat(Byte.toUnsignedInt(
                        new WebUsbUrlDescriptor(scheme, "a").bytes().get(2)))
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8000, HTTP, localhost:8000",
        "https://example.org/flash?board=1#top, HTTPS, example.org/flash?board=1#top",
        "HTTPS://Example.org/, HTTPS, Example.org/"
    })
    void ofAPageHasItsSchemeInAByte(URI page, WebUsbScheme scheme, String url) {
        assertThat(WebUsbUrlDescriptor.of(page)).isEqualTo(new WebUsbUrlDescriptor(scheme, url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ftp://example.org", "example.org", "mailto:a@example.org", "https:example.org", "https:///a"})
    void refusesAnAddressThatIsNotAWebPage(URI page) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WebUsbUrlDescriptor.of(page))
                .withMessage(
                        "\"%s\" is not a web address: it must begin with http:// or https:// and name a host", page);
    }

    @Test
    void takes252BytesAfterTheScheme() {
        URI page = URI.create("https://a.org/" + "x".repeat(246));

        assertThat(WebUsbUrlDescriptor.of(page).bLength()).isEqualTo(255);
    }

    @Test
    void refuses253BytesAfterTheScheme() {
        URI page = URI.create("https://a.org/" + "x".repeat(247));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> WebUsbUrlDescriptor.of(page))
                .withMessage("the URL \"%s\" has 253 bytes of UTF-8 after its scheme; it must have 1 to 252", page);
    }

    @Test
    void countsBytesOfUtf8() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WebUsbUrlDescriptor(WebUsbScheme.HTTP, "ü".repeat(127)))
                .withMessageContaining("254 bytes");
    }

    @Test
    void refusesNothingAfterTheScheme() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WebUsbUrlDescriptor(WebUsbScheme.HTTP, ""))
                .withMessageContaining("0 bytes");
    }
}
