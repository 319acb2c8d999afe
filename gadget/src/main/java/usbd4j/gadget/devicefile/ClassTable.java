package usbd4j.gadget.devicefile;

import java.util.Map;
import java.util.Optional;
import usbd4j.stack.ClassSettings;
import usbd4j.stack.Product;
import usbd4j.stack.UsbClass;
import usbd4j.stack.descriptor.Identity;

/**
 * {@code [class]}: the keys of the class that is served in place of DFU. The class itself asks for them.
 *
 * @param table the table
 */
record ClassTable(Table table) implements ClassSettings {
    static final String NAME = "class";

    private static final String MEANING =
            "Keys of the class that \"usbd4j run --class CLASS\" serves in place of DFU, if it has some: \"usbd4j device keys --class"
                    + " CLASS\" lists them.";

    /** Configures a class. {@return who the device is, if the class says so} */
    static Optional<Identity> read(Table file, Optional<UsbClass> function) {
        String owner = function.map(each -> " of " + each.getClass().getName()).orElse("");
        return file.table(NAME, owner, MEANING, table -> read(new ClassTable(table), function));
    }

    private static Optional<Identity> read(ClassTable settings, Optional<UsbClass> function) {
        if (function.orElse(null) instanceof Product product) {
            return settings.configure(product);
        }
        Map<String, Object> given = settings.table.others();
        if (!given.isEmpty()) {
            throw new IllegalArgumentException("class.%s: %s"
                    .formatted(
                            given.keySet().iterator().next(),
                            function.map(each -> each.getClass().getName() + " has no keys")
                                    .orElse("it is a key of the class of --class, and none is given")));
        }
        return Optional.empty();
    }

    private Optional<Identity> configure(Product product) {
        try {
            product.configure(this);
            return product.identity();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "%s: %s".formatted(product.getClass().getName(), e.getMessage()), e);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "%s cannot take its settings: %s"
                            .formatted(product.getClass().getName(), e),
                    e);
        }
    }

    @Override
    public int number(String key, int least, int most, int otherwise, String meaning) {
        return table.value(key, NumberTypes.number(least, most), otherwise, meaning);
    }

    @Override
    public boolean flag(String key, boolean otherwise, String meaning) {
        return table.value(key, NumberTypes.BOOLEAN, otherwise, meaning);
    }

    @Override
    public String text(String key, String otherwise, String meaning) {
        return table.value(key, TextTypes.TEXT, otherwise, meaning);
    }
}
