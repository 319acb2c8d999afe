package usbd4j.stack.functionfs;

import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import usbd4j.stack.descriptor.Descriptor;
import usbd4j.stack.descriptor.Descriptors;
import usbd4j.stack.descriptor.DeviceDescriptor;
import usbd4j.stack.descriptor.InterfaceAssociationDescriptor;
import usbd4j.stack.descriptor.InterfaceDescriptor;
import usbd4j.stack.descriptor.Speed;
import usbd4j.stack.descriptor.StringTable;

/**
 * The strings that FunctionFS is told of, and their numbers there: those of interfaces, and those that only the classes'
 * answers point to. The device's own are not among them, since the gadget has them already.
 *
 * <p>The kernel drops the strings after the last one that a descriptor points to. So those of interfaces come last; and where no
 * interface has one, an interface is given the last string at a speed that the controller does not have.
 *
 * @param table the strings
 * @param declared the index that each of them has among all strings of the device
 * @param device where the device descriptor has its three strings among these: iManufacturer, iProduct, iSerialNumber
 * @param unused a speed at which the host never sees the device
 */
record FunctionStrings(StringTable table, List<Integer> declared, List<Integer> device, Speed unused) {
    static FunctionStrings of(Descriptors descriptors, Speed unused) {
        DeviceDescriptor shown = descriptors.device();
        List<Integer> device = List.of(shown.iManufacturer(), shown.iProduct(), shown.iSerialNumber());
        TreeSet<Integer> ofInterfaces = descriptors.configuration().descriptors(Speed.HIGH).stream()
                .flatMap(each -> index(each).stream())
                .filter(each -> each > 0)
                .collect(toCollection(TreeSet::new));
        StringTable all = descriptors.strings();
        Predicate<Integer> isElsewhere = each -> ofInterfaces.contains(each) || device.contains(each);
        List<Integer> declared = Stream.concat(
                        IntStream.rangeClosed(1, all.strings().size()).boxed().filter(isElsewhere.negate()),
                        ofInterfaces.stream())
                .toList();
        StringTable table = new StringTable(
                declared.stream().map(each -> all.strings().get(each - 1)).toList());
        return new FunctionStrings(table, declared, device, unused);
    }

    private static Optional<Integer> index(Descriptor descriptor) {
        if (descriptor instanceof InterfaceDescriptor ofInterface) {
            return Optional.of(ofInterface.iInterface());
        }
        return descriptor instanceof InterfaceAssociationDescriptor association
                ? Optional.of(association.iFunction())
                : Optional.empty();
    }

    /** {@return the number of a string of the device here, from 1; 0 if it is not one of these} */
    int number(int declaredIndex) {
        return declared.indexOf(declaredIndex) + 1;
    }

    /**
     * {@return where the host finds a string of the device; 0 if nowhere}
     *
     * @param declaredIndex its index among all strings of the device
     * @param before how many strings the gadget has before these
     */
    int gadgetIndex(int declaredIndex, int before) {
        int number = number(declaredIndex);
        return number > 0 ? before + number : device.indexOf(declaredIndex) + 1;
    }

    /** {@return the descriptors of a speed, with the numbers that the strings have here} */
    List<Descriptor> renumbered(List<Descriptor> descriptors, Speed speed) {
        List<Descriptor> renumbered = new ArrayList<>();
        boolean isNamed = descriptors.stream().anyMatch(each -> index(each).orElse(0) > 0);
        int spare = !isNamed && speed == unused ? table.strings().size() : 0;
        for (Descriptor each : descriptors) {
            renumbered.add(renumbered(each, spare));
        }
        return renumbered;
    }

    private Descriptor renumbered(Descriptor descriptor, int spare) {
        if (descriptor instanceof InterfaceDescriptor each) {
            return new InterfaceDescriptor(
                    each.bInterfaceNumber(),
                    each.bAlternateSetting(),
                    each.bNumEndpoints(),
                    each.bInterfaceClass(),
                    each.bInterfaceSubClass(),
                    each.bInterfaceProtocol(),
                    spare > 0 ? spare : number(each.iInterface()));
        }
        if (descriptor instanceof InterfaceAssociationDescriptor each) {
            return new InterfaceAssociationDescriptor(
                    each.bFirstInterface(),
                    each.bInterfaceCount(),
                    each.bFunctionClass(),
                    each.bFunctionSubClass(),
                    each.bFunctionProtocol(),
                    number(each.iFunction()));
        }
        return descriptor;
    }
}
