/**
 * The bus on the Linux kernel's FunctionFS: the device's descriptors and its control transfers through the file {@code
 * ep0}.
 *
 * <p>{@link usbd4j.stack.functionfs.FunctionFsBus} is the bus. What the kernel's events mean, and above all how a bus reset
 * is told from everything that looks like one, is in {@code BusHistory}. Start reading at the former.
 */
@NullMarked
package usbd4j.stack.functionfs;

import org.jspecify.annotations.NullMarked;
