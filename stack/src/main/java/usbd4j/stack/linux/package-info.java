/**
 * The only place with JNA: the C library's calls under their C names, and one funnel through which their errors go.
 *
 * <p>{@link usbd4j.stack.linux.FileDescriptor} is for files that data flows through and whose errors have a meaning,
 * {@link usbd4j.stack.linux.LinuxFiles} for everything else. Start reading there.
 */
@NullMarked
package usbd4j.stack.linux;

import org.jspecify.annotations.NullMarked;
