package usbd4j.gadget.devicefile;

import static usbd4j.gadget.devicefile.TextTypes.TEXT;

import java.util.Optional;
import usbd4j.gadget.device.KernelFunction;

/** {@code [[function]]}: all keys but two are attributes, in the order of the file. */
final class FunctionTable {
    private FunctionTable() {}

    static KernelFunction read(Table table) {
        Optional<String> kind = table.optional(
                "kind",
                TEXT,
                "required",
                "What it is, by its name in configfs, such as \"acm\", \"hid\" or \"mass_storage\".");
        Optional<String> name = table.optional("name", TEXT, "required", "Tells it from others of its kind: \"usb0\".");
        if (kind.isEmpty() || name.isEmpty()) {
            throw new IllegalArgumentException("a function needs a kind and a name");
        }
        return new KernelFunction(kind.get(), name.get(), FunctionAttributes.of(table.others()));
    }
}
