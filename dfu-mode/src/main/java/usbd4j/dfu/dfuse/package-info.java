/**
 * DfuSe, ST's extension of DFU (bcdDFUVersion 0x011A): blocks are written to and read from addresses, and block 0 carries a
 * command.
 *
 * <p>Start reading at {@link usbd4j.dfu.dfuse.DfuSeMemory}.
 */
@NullMarked
package usbd4j.dfu.dfuse;

import org.jspecify.annotations.NullMarked;
