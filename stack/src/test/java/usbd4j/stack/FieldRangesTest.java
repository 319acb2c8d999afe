package usbd4j.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import usbd4j.stack.descriptor.ConfigurationDescriptor;
import usbd4j.stack.descriptor.DeviceDescriptor;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.descriptor.InterfaceDescriptor;
import usbd4j.stack.descriptor.UsbInterface;

/** Every number in a record on the wire is checked, and the complaint names it: its width is in its name. */
class FieldRangesTest {
    static Stream<Arguments> numbers() {
        return Stream.of(
                        new SetupPacket(0, 0, 0, 0, 0),
                        new DeviceDescriptor(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
                        new ConfigurationDescriptor(0, 0, 0, 0, 0, 0),
                        new InterfaceDescriptor(0, 0, 0, 0, 0, 0, 0),
                        UsbInterface.of(0, 0, 0),
                        Identity.of(0, 0))
                .flatMap(record -> Stream.of(record.getClass().getRecordComponents())
                        .filter(component -> component.getType() == int.class)
                        .map(component -> Arguments.of(record, component.getName())));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void theLargestValueIsTaken(Record record, String field) throws ReflectiveOperationException {
        assertThat(with(record, field, largest(field))).isNotEqualTo(record);
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void oneMoreIsRefused(Record record, String field) {
        assertThatThrownBy(() -> with(record, field, largest(field) + 1))
                .hasRootCauseInstanceOf(IllegalArgumentException.class)
                .rootCause()
                .hasMessageStartingWith(field + " is ");
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void aNegativeNumberIsRefused(Record record, String field) {
        assertThatThrownBy(() -> with(record, field, -1))
                .hasRootCauseInstanceOf(IllegalArgumentException.class)
                .rootCause()
                .hasMessageStartingWith(field + " is ");
    }

    private static int largest(String field) {
        boolean twoBytes = Stream.of("w", "bcd", "idVendor", "idProduct").anyMatch(field::startsWith);
        return twoBytes ? 0xFFFF : 0xFF;
    }

    private static Object with(Record record, String field, int value) throws ReflectiveOperationException {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            boolean changed = components[i].getName().equals(field);
            values[i] = changed
                    ? Integer.valueOf(value)
                    : components[i].getAccessor().invoke(record);
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Constructor<? extends Record> constructor = record.getClass().getDeclaredConstructor(types);
        return constructor.newInstance(values);
    }
}
