package usbd4j.gadget.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wrong command line ends with status 2, and a sentence that names the option and its value. */
class BadCommandLineTest {
    @ParameterizedTest
    @CsvSource({
        "--vid,             xyz,             not a hexadecimal number",
        "--pid,             12345,           not a hexadecimal number",
        "--release,         1.2.3,           not a release number",
        "--release,         1.1a,            decimal digits only",
        "--detach-timeout,  70000,           not a number from 0 to 65535",
        "--detach-timeout,  long,            not a number",
        "--transfer-size,   -1,              not a number from 0 to 65535",
        "--name,            a/b,             is not a valid gadget name",
        "--with-function,   acm,             'is not a function: write KIND.NAME'",
        "--class,           no.such.Thing,   there is no class",
        "--landing-page,    example.org,     is not a web address",
        "--on-detach,       sleep,           'none of reattach, dfu-mode, exit, exec:COMMAND'",
        "--memory,          Firmware,        'is not a memory: write NAME=SIZE'",
        "--memory,          A=3000M,         a memory has 1 to 2147483647 bytes",
        "--memory,          A=3x,            is not a size",
        "--set,             run-time.vidd=1, did you mean run-time.vid?",
        "--bus,             scsi,            'is none of auto, functionfs, gadgetfs'",
        "--fault,           stall,           'is not a fault: write keys as TOML has them'",
        "--fault,           do='leave',      a fault needs on and do",
        "--trace,           upgrade.txt,     'is no trace: the name ends in .jsonl, .pcapng or .html'",
        "--trace-limit,     0,               is no number of MiB from 1 to 1048576",
        "--trace-limit,     5,               'is for --trace, which is not given'",
        "--speed,           hyper,           'is none of full, high, super'",
        "--bus,             usbip:::1:3240,  'is not an address: write HOST, HOST:PORT'",
        "--bus,             usbip:a:70000,   is not a port",
        "--on-detach,       exec:/no/such,   no executable program"
    })
    void namesTheOptionAndItsValue(String option, String value, String complaint) {
        Run run = Run.usbd4j("run", option + "=" + value);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains(option, complaint);
    }

    @Test
    void aRunThatIsRefusedLeavesAnEarlierTraceAsItWas(@TempDir Path directory) throws IOException {
        Path trace = Files.writeString(directory.resolve("yesterday.jsonl"), "what the host did");

        assertThat(Run.usbd4j("run", "--trace=" + trace, "--on-detach=exec:/no/such")
                        .status())
                .isEqualTo(2);
        assertThat(trace).hasContent("what the host did");
        assertThat(Run.usbd4j("run", "--trace=" + trace, "--bus=gadgetfs", "--on-detach=dfu-mode")
                        .status())
                .isEqualTo(2);
        assertThat(trace).hasContent("what the host did");
    }

    @Test
    void aPathThatIsNoneInThisLocaleIsTold() {
        Run run = Run.usbd4j("device", "check", "a\0b");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).startsWith("usbd4j: cannot use the path \"a\0b\"").contains("LC_ALL=C.UTF-8");
    }

    /** So does Java decode a letter that the locale does not have. */
    @Test
    void aLetterThatIsNoneInThisLocaleIsTold() {
        Run run = Run.usbd4j("run", "--product", "M\uFFFD\uFFFDller");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("usbd4j: cannot read \"M\uFFFD\uFFFDller\"; letters beyond ASCII need a locale");
    }

    @Test
    void namesTheUserThatThereIsNot() {
        assertThat(Run.usbd4j("create"))
                .matches(run -> run.status() == 2)
                .matches(run -> run.err().startsWith("usbd4j: --owner is missing"));
        assertThat(Run.usbd4j("create", "--owner=no such user"))
                .matches(run -> run.status() == 2)
                .matches(run -> run.err().startsWith("usbd4j: --owner: there is no user \"no such user\""));
    }

    @Test
    void namesTheClassAndItsKey() {
        Run run = Run.usbd4j("run", "--class=vendor", "--set=class.temperature=40000");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("usbd4j: --set class.temperature: class.temperature of usbd4j.stack.example.Thermometer")
                .contains("40000 is not a number from -27315 to 32767")
                .doesNotContain("\tat ");
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
        assertThat(run.err()).contains("--vid needs a value");
    }

    @ParameterizedTest
    @CsvSource({
        "--quiet=yes,            --quiet takes no value",
        "--vid=1 --vid=2,        --vid is given twice",
        "--winusb --no-winusb,   --winusb is given twice",
        "device.toml,            \"device.toml\" is one argument too many"
    })
    void whatDoesNotGoTogetherIsNamed(String words, String complaint) {
        Run run = Run.usbd4j(("run " + words).split(" "));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains(complaint);
    }

    @ParameterizedTest
    @CsvSource({
        "--bus=gadgetfs --speed=full,            --speed is not for --bus gadgetfs",
        "--bus=auto --functionfs=/x --speed=full, --speed is not for --functionfs"
    })
    void aSpeedThatTheBusCannotHaveIsNamed(String words, String complaint) {
        Run run = Run.usbd4j(("run " + words).split(" "));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).startsWith("usbd4j: " + complaint);
    }

    @Test
    void aFileThatIsMissingIsNamed() {
        assertThat(Run.usbd4j("device", "check").err()).contains("FILE is missing", "usbd4j device check --help");
    }

    @Test
    void quotesReachTheOption() {
        assertThat(Run.usbd4j("run", "--set=\"x\"").err()).contains("--set \"x\"");
    }

    @Test
    void anUnknownOptionIsNamed() {
        Run run = Run.usbd4j("run", "--nonsense");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--nonsense");
    }

    @Test
    void aMistypedOptionIsGuessed() {
        assertThat(Run.usbd4j("run", "--will-detatch").err())
                .contains("there is no option --will-detatch; did you mean --will-detach?");
    }

    @Test
    void aMistypedCommandIsGuessed() {
        Run run = Run.usbd4j("udc");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("there is no command udc; did you mean udcs?");
    }

    @Test
    void noCommandAtAllIsWrongToo() {
        Run run = Run.usbd4j();

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("a command is missing: run, device", "usbd4j --help");
    }
}
