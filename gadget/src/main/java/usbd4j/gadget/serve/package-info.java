/**
 * A run from the first file to the last: makes the gadget, serves the device, lets it come back as its description says, and
 * takes everything down. Start reading at {@link usbd4j.gadget.serve.DeviceRun}.
 */
@NullMarked
package usbd4j.gadget.serve;

import org.jspecify.annotations.NullMarked;
