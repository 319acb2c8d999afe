package usbd4j.gadget.cli;

import java.util.Locale;
import java.util.regex.Pattern;
import usbd4j.dfu.flash.MemoryLayout;

/** A memory on the command line: one that takes whole images, or one with sectors. */
sealed interface DeclaredMemory permits NamedMemory, SectorMemory {
    /** What a folder of the store may not have in its name. */
    Pattern ODD_IN_A_PATH = Pattern.compile("[^a-z0-9]+");

    /** {@return what it is called} */
    String name();

    /** {@return the folder that it has in the store, which the same name always has} */
    default String folder() {
        String folder = ODD_IN_A_PATH.matcher(name().toLowerCase(Locale.ROOT)).replaceAll("-");
        return folder.isEmpty() || folder.equals("-") ? "memory" : folder;
    }

    /** Reads {@code Firmware=16M}, or {@code @Internal Flash/0x08000000/04*016Kg}. */
    final class Converter extends CheckedConverter<DeclaredMemory> {
        @Override
        DeclaredMemory checked(String value) {
            return value.startsWith("@") ? new SectorMemory(MemoryLayout.of(value)) : NamedMemory.of(value);
        }
    }
}
