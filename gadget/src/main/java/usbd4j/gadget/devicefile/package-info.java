/**
 * Reads a device description from a TOML file, and from what the command line puts over it.
 *
 * <p>Start reading at {@link usbd4j.gadget.devicefile.DeviceFile}. The keys are in {@code DeviceTable} and the tables beside it:
 * a line a key, with its type, its default and its meaning, from which the reference of the keys is made too.
 */
@NullMarked
package usbd4j.gadget.devicefile;

import org.jspecify.annotations.NullMarked;
