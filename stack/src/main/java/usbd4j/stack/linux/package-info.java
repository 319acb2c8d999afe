/**
 * The only package that uses JNA: the C library's functions under their C names, and a single place that turns their errors
 * into results or exceptions.
 *
 * <p>{@link usbd4j.stack.linux.FileDescriptor} is for files that carry data and whose errors are part of the protocol,
 * {@link usbd4j.stack.linux.LinuxFiles} for everything else. Start reading there.
 */
@NullMarked
package usbd4j.stack.linux;

import org.jspecify.annotations.NullMarked;
