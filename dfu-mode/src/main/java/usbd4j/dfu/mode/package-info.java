/**
 * The device in DFU mode (DFU 1.1, chapters 4.2, 6 and 7): the states from dfuIDLE to dfuERROR, and the port to the memories that
 * a host writes and reads.
 *
 * <p>Start reading at {@link usbd4j.dfu.mode.DfuModeClass}; each state of the specification is a record.
 */
@NullMarked
package usbd4j.dfu.mode;

import org.jspecify.annotations.NullMarked;
