/**
 * A bus in memory, with a host that a test drives and a clock that is set by hand.
 *
 * <p>{@link usbd4j.stack.memory.Host} is the whole of it for who tests a class: attach the class, send requests, let time
 * pass. There is one thread and no waiting: when a method of the host returns, the device has done all it will.
 */
@NullMarked
package usbd4j.stack.memory;

import org.jspecify.annotations.NullMarked;
