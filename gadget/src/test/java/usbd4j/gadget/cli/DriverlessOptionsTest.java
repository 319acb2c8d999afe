package usbd4j.gadget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class DriverlessOptionsTest {
    @Test
    void withoutOptionsNobodyIsToldAnything() {
        DriverlessOptions options = parsed();

        assertThat(options.winUsb()).isFalse();
        assertThat(options.landingPage()).isEmpty();
    }

    @Test
    void eachOptionSetsItsField() {
        DriverlessOptions options = parsed("--winusb", "--landing-page", "https://example.org/a");

        assertThat(options.winUsb()).isTrue();
        assertThat(options.landingPage()).contains(URI.create("https://example.org/a"));
    }

    @Test
    void aLandingPageThatIsTooLongIsNamed() {
        Run run = Run.usbd4j("run", "--landing-page=https://a.org/" + "x".repeat(247));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--landing-page", "253 bytes of UTF-8 after its scheme");
    }

    @Test
    void aLandingPageThatIsNoAddressIsNamed() {
        Run run = Run.usbd4j("run", "--landing-page=a page");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--landing-page", "a page");
    }

    private static DriverlessOptions parsed(String... args) {
        return CommandLine.populateCommand(new DriverlessOptions(), args);
    }
}
