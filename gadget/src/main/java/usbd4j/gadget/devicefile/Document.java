package usbd4j.gadget.devicefile;

import org.tomlj.TomlPosition;

/** Whose positions are those of a TOML document: a file's, or an option's. */
interface Document {
    /** {@return what messages say of a position} */
    Origin origin(TomlPosition position);
}
