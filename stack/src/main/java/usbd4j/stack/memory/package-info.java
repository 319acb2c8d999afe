/**
 * A bus in memory, with a host and a clock that the test controls.
 *
 * <p>To test a class, use {@link usbd4j.stack.memory.Host}: attach the class, send requests, advance the clock. Everything
 * runs on one thread: when a method of the host returns, the device has handled all pending events.
 */
@NullMarked
package usbd4j.stack.memory;

import org.jspecify.annotations.NullMarked;
