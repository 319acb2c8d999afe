/**
 * The boards that this program knows: the port to plug in, the driver of its controller, and how to put it in device mode. Start
 * reading at {@link usbd4j.gadget.boards.KnownBoards}.
 */
@NullMarked
package usbd4j.gadget.boards;

import org.jspecify.annotations.NullMarked;
