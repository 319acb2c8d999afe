package usbd4j.gadget.devicefile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import usbd4j.gadget.device.DeviceDescription;
import usbd4j.stack.ClassSettings;
import usbd4j.stack.Direction;
import usbd4j.stack.Product;
import usbd4j.stack.Recipient;
import usbd4j.stack.RequestType;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.UsbClass;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.descriptor.UsbInterface;
import usbd4j.stack.descriptor.UsbString;
import usbd4j.stack.example.Loopback;
import usbd4j.stack.example.Thermometer;
import usbd4j.stack.memory.Host;

/** A class takes its own keys, and may say who the device is. */
class ClassTableTest {
    /** One that is told things, and says who it is. */
    private static final class Lamp implements Product {
        private int brightness;
        private boolean isOn;
        private String colour = "";

        @Override
        public void configure(ClassSettings settings) {
            brightness = settings.number("brightness", -100, 100, 50, "How bright it is.");
            isOn = settings.flag("on", true, "Whether it is on.");
            colour = settings.text("colour", "white", "Its colour.");
            if (colour.equals("black")) {
                throw new IllegalArgumentException("class.colour: no lamp is black");
            }
            if (colour.equals("infrared")) {
                throw new IllegalStateException("the lamp is broken");
            }
        }

        @Override
        public Optional<Identity> identity() {
            return Optional.of(Identity.of(0x1234, 0x5678).withRelease(100 + brightness));
        }

        @Override
        public String toString() {
            return "%d, %s, %s".formatted(brightness, isOn, colour);
        }

        @Override
        public List<UsbInterface> interfaces() {
            return List.of(UsbInterface.of(0xFF, 0, 0));
        }
    }

    private static DeviceDescription read(UsbClass served, String... settings) {
        Overrides overrides = new Overrides();
        for (String each : settings) {
            overrides.set(each);
        }
        return DeviceFile.read(Optional.empty(), overrides, Optional.of(served));
    }

    @Test
    void aKeyHasItsDefault() {
        Lamp lamp = new Lamp();
        read(lamp);

        assertThat(lamp).hasToString("50, true, white");
    }

    @Test
    void aKeyIsSet() {
        Lamp lamp = new Lamp();
        read(lamp, "class.brightness=-1", "class.on=false", "class.colour='red'");

        assertThat(lamp).hasToString("-1, false, red");
    }

    @Test
    void theClassSaysWhoTheDeviceIs() {
        Identity identity = read(new Lamp()).runTime().identity();

        assertThat(identity).isEqualTo(Identity.of(0x1234, 0x5678).withRelease(150));
    }

    @Test
    void theUserGoesOverTheClass() {
        Identity identity = read(new Lamp(), "run-time.pid=7", "run-time.serial='S'", "class.brightness=9")
                .runTime()
                .identity();

        assertThat(identity.idVendor()).isEqualTo(0x1234);
        assertThat(identity.idProduct()).isEqualTo(7);
        assertThat(identity.bcdDevice()).isEqualTo(109);
        assertThat(identity.serialNumber()).contains(UsbString.of("S"));
    }

    @Test
    void aClassWithoutIdentityHasThatOfTheProgram() {
        assertThat(read(new Loopback())).isEqualTo(Read.set());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "class.brightness=101 | class.brightness of %s: 101 is not a number from -100 to 100",
                "class.brightness='a' | class.brightness of %s takes a number from -100 to 100, not \"a\"",
                "class.on=1           | class.on of %s takes true or false, not 1",
                "class.color='red'    | there is no class.color of %s; did you mean class.colour?",
                "class.nonsense=1     | there is no class.nonsense of %s; \"usbd4j device keys --class CLASS\" lists the keys",
                "class.colour='black' | %s: class.colour: no lamp is black",
                "class.colour='infrared' | %s cannot take its settings: java.lang.IllegalStateException: the lamp is broken"
            })
    void aMistakeIsToldWithItsClassAndKey(String setting, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(new Lamp(), setting))
                .withMessageContaining(sentence.formatted(Lamp.class.getName()));
    }

    @Test
    void aClassWithoutKeysTakesNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(new Loopback(), "class.speed=1"))
                .withMessageContaining("class.speed: usbd4j.stack.example.Loopback has no keys");
    }

    @Test
    void withoutAClassThereAreNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Read.text("[class]\nspeed = 1\n"))
                .withMessageContaining("line 1: class.speed: it is a key of the class of --class, and none is given");
    }

    @Test
    void theReferenceHasTheKeysOfTheClass() {
        Reference reference = Reference.of(Optional.of(new Lamp()));

        assertThat(reference.keys()).extracting(Key::path).contains("class.brightness", "class.on", "class.colour");
        assertThat(reference.tablesOfClass()).extracting(TableHeading::path).containsExactly("class", "run-time");
    }

    @Test
    void theThermometerMeasuresWhatItIsToldTo() {
        Thermometer thermometer = new Thermometer();
        read(thermometer, "class.temperature=-100", "class.place='cellar'");
        Host host = Host.attach(thermometer);

        assertThat(host.controlIn(get(1, 2))).containsExactly(0x9C, 0xFF);
        assertThat(host.controlIn(get(4, 32))).asString(UTF_8).isEqualTo("cellar");
    }

    @Test
    void theNameOfTheThermometersPlaceHasALongestLength() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(new Thermometer(), "class.place='%s'".formatted("x".repeat(33))))
                .withMessageContaining("Thermometer: class.place has 33 bytes of UTF-8, and it takes at most 32");
    }

    private static SetupPacket get(int bRequest, int wLength) {
        return SetupPacket.of(Direction.IN, RequestType.VENDOR, Recipient.INTERFACE, bRequest, 0, 0, wLength);
    }
}
