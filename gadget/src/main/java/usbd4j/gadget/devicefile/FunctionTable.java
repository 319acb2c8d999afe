package usbd4j.gadget.devicefile;

import static usbd4j.gadget.devicefile.TextTypes.TEXT;

import java.util.Optional;
import usbd4j.gadget.device.KernelFunction;

/** {@code [[function]]}: all keys but two are attributes, in the order of the file. */
final class FunctionTable {
    static final String MEANING =
            "A function that the kernel serves beside DFU in run-time. Its interfaces come first. All keys but kind and name are its"
                    + " attributes in configfs, written in the order of the file, such as report_length = 8; one in a folder is in"
                    + " quotes: \"lun.0/file\" = \"disk.img\". report_desc is hexadecimal digits or a file.";

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
