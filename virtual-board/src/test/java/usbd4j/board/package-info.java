/**
 * Tests that run on the virtual board, where the kernel is real and so are the host's tools. {@link
 * usbd4j.board.RunningDevice} is the program under test, {@link usbd4j.board.UsbHost} a host that does what no tool does.
 * Start reading at {@code DfuUtilIT}.
 */
@NullMarked
package usbd4j.board;

import org.jspecify.annotations.NullMarked;
