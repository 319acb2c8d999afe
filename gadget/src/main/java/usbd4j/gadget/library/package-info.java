/**
 * JNA's native library, through which this program makes system calls, and the folder from which JNA runs it. Start reading at
 * {@link usbd4j.gadget.library.NativeLibrary}.
 */
@NullMarked
package usbd4j.gadget.library;

import org.jspecify.annotations.NullMarked;
