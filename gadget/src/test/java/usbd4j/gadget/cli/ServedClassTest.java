package usbd4j.gadget.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import usbd4j.stack.UsbClass;
import usbd4j.stack.descriptor.UsbInterface;
import usbd4j.stack.example.Loopback;
import usbd4j.stack.example.SourceSink;
import usbd4j.stack.example.Thermometer;

class ServedClassTest {
    private static final String HERE = ServedClassTest.class.getName() + "$";

    /** One that a user wrote. */
    public static class Mine implements UsbClass {
        @Override
        public List<UsbInterface> interfaces() {
            return List.of();
        }
    }

    /** One that cannot be made. */
    public static class Failing extends Mine {
        /** Fails. */
        public Failing() {
            throw new IllegalStateException("as the test wants it");
        }
    }

    /** One that wants to be told something first. */
    public static class Demanding extends Mine {
        /** Wants something. */
        public Demanding(String something) {}
    }

    @Test
    void examplesHaveNames() {
        assertThat(ServedClass.named("loopback")).isInstanceOf(Loopback.class);
        assertThat(ServedClass.named("source-sink")).isInstanceOf(SourceSink.class);
        assertThat(ServedClass.named("vendor")).isInstanceOf(Thermometer.class);
    }

    /** One whose initialization fails. */
    public static class Broken extends Mine {
        private static final int NUMBER = Integer.parseInt("none");

        /** Is never called. */
        public Broken() {
            assertThat(NUMBER).isZero();
        }
    }

    @Test
    void aClassThatIsThereAndCannotBeLoadedIsNotMissing() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> ServedClass.named(HERE + "Broken"))
                .withMessageStartingWith("cannot load " + HERE + "Broken: java.lang.ExceptionInInitializerError");
    }

    @Test
    void anyClassOnTheClassPathWillDo() {
        assertThat(ServedClass.named(HERE + "Mine")).isInstanceOf(Mine.class);
    }

    @ParameterizedTest
    @CsvSource({
        "no.such.Thing,        there is no class",
        "java.lang.String,     java.lang.String does not implement usbd4j.stack.UsbClass",
        "java.lang.Runnable,   public constructor without parameters"
    })
    void whatIsNoneIsRefused(String name, String complaint) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> ServedClass.named(name))
                .withMessageContaining(complaint);
    }

    @ParameterizedTest
    @CsvSource({"Failing, as the test wants it", "Demanding, public constructor without parameters"})
    void whatCannotBeMadeIsRefused(String name, String complaint) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> ServedClass.named(HERE + name))
                .withMessageContaining(complaint);
    }
}
