package usbd4j.gadget.devicefile;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import usbd4j.stack.UsbClass;

/**
 * All that a device file can have.
 *
 * @param tables in the order in which they are read
 * @param keys likewise, those of one table together
 */
public record Reference(List<TableHeading> tables, List<Key> keys) {
    /** {@return the reference of the device files that this program reads} */
    public static Reference get() {
        return of(Optional.empty());
    }

    /**
     * {@return the reference of the device files of a class that is served in place of DFU}
     *
     * @param function the class; without one there are none of its keys
     */
    public static Reference of(Optional<UsbClass> function) {
        Reading reading = new Reading();
        Table.read(new Settings(), reading, DeviceTable.serving(function));
        // It is read first, since a class may say who the device is in run-time.
        Comparator<TableHeading> classLast =
                Comparator.comparing(each -> each.path().equals(ClassTable.NAME));
        return new Reference(reading.tables().stream().sorted(classLast).toList(), reading.keys());
    }

    /** {@return the tables that a class has a say in: its own, and who the device is} */
    public List<TableHeading> tablesOfClass() {
        return Stream.of(ClassTable.NAME, "run-time")
                .flatMap(path -> tables.stream().filter(each -> each.path().equals(path)))
                .toList();
    }

    /** {@return the keys of a table} */
    public List<Key> keys(TableHeading table) {
        return keys.stream().filter(key -> key.table().equals(table.path())).toList();
    }
}
