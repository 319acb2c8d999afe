/**
 * Faults: a device that misbehaves as it was told, at the place it was told, and in the same way each time. Each fault decorates a bus
 * ({@link usbd4j.stack.fault.FaultyBus}, start reading there), and several decorate one another; where there is none, nothing is in the
 * way. Requests are struck by the heirs of {@code FaultyBus}, transfers of endpoints by {@link usbd4j.stack.fault.FaultyEndpoints}.
 */
@NullMarked
package usbd4j.stack.fault;

import org.jspecify.annotations.NullMarked;
