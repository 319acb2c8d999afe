/**
 * The device in DFU mode (DFU 1.1, chapters 4.2, 6 and 7): the states from dfuIDLE to dfuERROR, and the memories that a host
 * writes and reads there.
 *
 * <p>Start reading at {@link usbd4j.dfu.mode.DfuModeClass}; each state of the specification's is a record of its own.
 */
@NullMarked
package usbd4j.dfu.mode;

import org.jspecify.annotations.NullMarked;
