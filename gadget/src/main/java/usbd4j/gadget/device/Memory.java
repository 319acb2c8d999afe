package usbd4j.gadget.device;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import usbd4j.stack.descriptor.UsbString;

/** A memory that a host writes and reads in DFU mode. */
public sealed interface Memory permits ImageMemory, SectorMemory {
    /** What the name of a folder cannot have. */
    Pattern NOT_IN_A_FOLDER_NAME = Pattern.compile("[^a-z0-9]+");

    /** {@return what iInterface of its alternate setting points to} */
    Optional<UsbString> name();

    /** {@return whether a host writes it by address, as DfuSe does} */
    boolean isAddressed();

    /** {@return the name of the folder that keeps what is in it; the same for the same name} */
    default String folder() {
        String text = name().map(each -> each.in(UsbString.ENGLISH)).orElse("");
        if (text.startsWith("@")) {
            // Behind the first slash a DfuSe name has the layout.
            text = text.split("/", 2)[0];
        }
        String folder = NOT_IN_A_FOLDER_NAME
                .matcher(text.toLowerCase(Locale.ROOT))
                .replaceAll("-")
                .replaceAll("^-|-$", "");
        return folder.isEmpty() ? "memory" : folder;
    }
}
