/**
 * The bus on the Linux kernel's FunctionFS: the device's descriptors and control transfers through the file {@code ep0}, and
 * the endpoints as files next to it.
 *
 * <p>{@link usbd4j.stack.functionfs.FunctionFsBus} is the bus. How the kernel's events are interpreted, above all how a bus
 * reset is distinguished from everything that looks like one, is in {@code BusHistory}. Start reading at the former.
 */
@NullMarked
package usbd4j.stack.functionfs;

import org.jspecify.annotations.NullMarked;
