package usbd4j.gadget.copy;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import usbd4j.dfu.flash.MemoryLayout;
import usbd4j.gadget.device.ImageMemory;
import usbd4j.gadget.device.Memory;
import usbd4j.gadget.device.SectorMemory;
import usbd4j.stack.descriptor.UsbString;

/** The memories in DFU mode, each an alternate setting. */
final class CopiedMemories {
    /** How long the name can be that a second memory of the same name gets. */
    private static final int LONGEST_RENAMED = 40;

    private static final long SIZE = 16L << 20;

    private final SeenDfu dfu;
    private final Original original;
    private final boolean isDfuSe;

    /** In which folders the copy keeps the memories: no two in the same. */
    private final Set<String> folders = new HashSet<>();

    private boolean areAddressed;

    CopiedMemories(SeenDfu dfu, Original original) {
        this.dfu = dfu;
        this.original = original;
        this.isDfuSe = dfu.functional().map(CopiedFunctional::isDfuSe).orElse(false);
    }

    /** {@return whether one that was written has sectors} */
    boolean areAddressed() {
        return areAddressed;
    }

    void write(TomlText toml) {
        int number = 0;
        for (SeenSetting each : dfu.settings()) {
            toml.tableOfArray("dfu-mode.memory");
            String name = CopiedText.of("iInterface", each.descriptor().iInterface(), original, toml);
            write(different(name, number, toml), toml);
            number++;
        }
    }

    private void write(Memory memory, TomlText toml) {
        toml.text("name", memory.name().map(each -> each.in(UsbString.ENGLISH)).orElse(""), "");
        if (memory.isAddressed()) {
            areAddressed = true;
        } else {
            toml.comment("How much it takes is not known.");
            toml.text("size", "16M");
        }
    }

    /** {@return the memory of a name, or of another name if the copy could not tell it from one before} */
    private Memory different(String name, int number, TomlText toml) {
        Memory memory = memory(name);
        String other = name;
        for (int behind = number; !folders.add(memory.folder()); behind++) {
            other = renamed(name, behind);
            memory = memory(other);
        }
        if (!other.equals(name)) {
            toml.comment("Its name is %s; the copy keeps its memories under their names, and needs another one."
                    .formatted(TomlText.quoted(name)));
        }
        return memory;
    }

    /** {@return a name with a number behind; in one of DfuSe, before the layout} */
    private static String renamed(String name, int number) {
        int slash = name.startsWith("@") ? name.indexOf('/') : -1;
        String layout = slash < 0 ? "" : name.substring(slash);
        String own = name.substring(0, name.length() - layout.length()).strip();
        String cut = own.substring(0, Math.min(own.length(), LONGEST_RENAMED));
        return (cut + " " + number + layout).strip();
    }

    private Memory memory(String name) {
        Optional<UsbString> string = name.isEmpty() ? Optional.empty() : Optional.of(UsbString.of(name));
        if (isDfuSe) {
            try {
                return new SectorMemory(string, MemoryLayout.of(name), 0);
            } catch (IllegalArgumentException e) {
                return new ImageMemory(string, SIZE, 0);
            }
        }
        return new ImageMemory(string, SIZE, 0);
    }
}
