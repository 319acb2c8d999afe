/**
 * The gadget as the kernel represents it: a tree of directories in configfs, and a FunctionFS mounted for it. {@link
 * usbd4j.gadget.configfs.Gadget} is that tree; start reading there.
 */
@NullMarked
package usbd4j.gadget.configfs;

import org.jspecify.annotations.NullMarked;
