package usbd4j.gadget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wrong command line ends with status 2, and a sentence that names the option and its value. */
class BadCommandLineTest {
    @ParameterizedTest
    @CsvSource({
        "--vid,             xyz,             not a hexadecimal number",
        "--pid,             12345,           not a hexadecimal number",
        "--release,         1.2.3,           no release number",
        "--release,         1.1a,            decimal digits only",
        "--dfu-version,     new,             no release number",
        "--detach-timeout,  70000,           not a number from 0 to 65535",
        "--transfer-size,   -1,              not a number from 0 to 65535",
        "--name,            a/b,             no name for a gadget",
        "--with-function,   acm,             no function's name in configfs",
        "--class,           no.such.Thing,   there is no class",
        "--landing-page,    example.org,     is no page for a browser",
        "--on-detach,       sleep,           'none of reattach, dfu-mode, exit, exec:COMMAND'",
        "--memory,          Firmware,        'is no memory: write NAME=SIZE'",
        "--memory,          A=3000M,         is too large",
        "--verify,          md5,             'is none of none, crc32, ed25519:FILE'",
        "--verify,          ed25519:/no/key, cannot read the public key",
        "--verify,          ed25519:pom.xml, no public key in PEM",
        "--dfu-vid,         xyz,             not a hexadecimal number",
        "--bus,             scsi,            'is none of functionfs, gadgetfs'",
        "--on-detach,       exec:/no/such,   no executable program"
    })
    void namesTheOptionAndItsValue(String option, String value, String complaint) {
        Run run = Run.usbd4j("run", option + "=" + value);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains(option, value.replaceFirst("^(exec|ed25519):", ""), complaint);
    }

    @Test
    void saysWhereToReadOn() {
        assertThat(Run.usbd4j("run", "--vid=xyz").err()).contains("Try: usbd4j run --help");
    }

    @Test
    void isTheProgramsOwnComplaint() {
        assertThat(Run.usbd4j("run", "--vid=xyz").err()).startsWith("usbd4j: ");
    }

    @Test
    void printsNothingOnStandardOutput() {
        assertThat(Run.usbd4j("run", "--vid=xyz").out()).isEmpty();
    }

    @Test
    void aTextThatIsTooLongIsNamed() {
        Run run = Run.usbd4j("run", "--serial=" + "x".repeat(127));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--serial", "127 bytes of UTF-8");
    }

    @Test
    void anOptionWithoutItsValueIsNamed() {
        Run run = Run.usbd4j("run", "--vid");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--vid");
    }

    @Test
    void anUnknownOptionIsNamed() {
        Run run = Run.usbd4j("run", "--nonsense");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--nonsense");
    }

    @Test
    void aMistypedOptionIsGuessed() {
        assertThat(Run.usbd4j("run", "--will-detatch").err()).contains("--will-detach");
    }

    @Test
    void aMistypedCommandIsGuessed() {
        Run run = Run.usbd4j("udc");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("udcs");
    }

    @Test
    void noCommandAtAllIsWrongToo() {
        Run run = Run.usbd4j();

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("Missing required subcommand", "usbd4j --help");
    }
}
