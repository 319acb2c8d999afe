package usbd4j.gadget.devicefile;

import java.util.List;

/**
 * All that a device file can have.
 *
 * @param tables in the order in which they are read
 * @param keys likewise, those of one table together
 */
public record Reference(List<TableHeading> tables, List<Key> keys) {
    /** {@return the reference of the device files that this program reads} */
    public static Reference get() {
        Reading reading = new Reading();
        Table.read(new Settings(), reading, DeviceTable::read);
        return new Reference(reading.tables(), reading.keys());
    }

    /** {@return the keys of a table} */
    public List<Key> keys(TableHeading table) {
        return keys.stream().filter(key -> key.table().equals(table.path())).toList();
    }
}
