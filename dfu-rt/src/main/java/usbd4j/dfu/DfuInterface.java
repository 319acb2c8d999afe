package usbd4j.dfu;

import static usbd4j.stack.descriptor.Unsigned.u8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import usbd4j.stack.descriptor.AlternateSetting;
import usbd4j.stack.descriptor.UsbInterface;
import usbd4j.stack.descriptor.UsbString;

/**
 * What a device says of its DFU interface: {@link #RUN_TIME} and {@link #DFU_MODE} as the specification wants it (DFU 1.1, 4.1.2 and
 * 4.2.3), or otherwise.
 *
 * @param bInterfaceNumber 1 byte; empty for the next number
 * @param bInterfaceClass 1 byte, application specific
 * @param bInterfaceSubClass 1 byte, device firmware upgrade
 * @param bInterfaceProtocol 1 byte, 1 in run-time, 2 in DFU mode
 * @param functionalPlace where the functional descriptor is
 * @param functionalLength its bLength, 1 byte
 */
public record DfuInterface(
        OptionalInt bInterfaceNumber,
        int bInterfaceClass,
        int bInterfaceSubClass,
        int bInterfaceProtocol,
        FunctionalPlace functionalPlace,
        int functionalLength) {

    /** In run-time. */
    public static final DfuInterface RUN_TIME = ofSpecification(0x01);

    /** In DFU mode. */
    public static final DfuInterface DFU_MODE = ofSpecification(0x02);

    /** Checks every number's range. */
    public DfuInterface {
        bInterfaceNumber.ifPresent(each -> u8("bInterfaceNumber", each));
        u8("bInterfaceClass", bInterfaceClass);
        u8("bInterfaceSubClass", bInterfaceSubClass);
        u8("bInterfaceProtocol", bInterfaceProtocol);
        u8("bLength", functionalLength);
    }

    private static DfuInterface ofSpecification(int bInterfaceProtocol) {
        return new DfuInterface(
                OptionalInt.empty(),
                0xFE,
                0x01,
                bInterfaceProtocol,
                FunctionalPlace.AFTER_LAST_ALTERNATE,
                DfuFunctionalDescriptor.LENGTH);
    }

    /**
     * {@return the interface as a class declares it}
     *
     * @param functional the functional descriptor, whatever its length
     * @param names iInterface of each alternate setting; at least one
     */
    public UsbInterface declared(DfuFunctionalDescriptor functional, List<Optional<UsbString>> names) {
        DfuFunctionalDescriptor shown = functional.withLength(functionalLength);
        List<AlternateSetting> settings = new ArrayList<>();
        for (Optional<UsbString> name : names) {
            AlternateSetting setting = AlternateSetting.of(bInterfaceClass, bInterfaceSubClass, bInterfaceProtocol)
                    .named(name);
            boolean isLast = settings.size() == names.size() - 1;
            settings.add(functionalPlace.isAfter(isLast) ? setting.showing(shown) : setting);
        }
        UsbInterface declared = UsbInterface.of(settings);
        if (functionalPlace == FunctionalPlace.BEFORE_ALTERNATES) {
            declared = declared.precededBy(shown);
        }
        return bInterfaceNumber.isPresent() ? declared.at(bInterfaceNumber.getAsInt()) : declared;
    }

    /** {@return the same interface under the next number} */
    public DfuInterface next() {
        return new DfuInterface(
                OptionalInt.empty(),
                bInterfaceClass,
                bInterfaceSubClass,
                bInterfaceProtocol,
                functionalPlace,
                functionalLength);
    }
}
