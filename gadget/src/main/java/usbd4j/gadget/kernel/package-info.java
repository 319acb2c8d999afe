/**
 * What the running kernel can do: its release, its modules, its mounts, and what is to be done where something is missing. Start
 * reading at {@link usbd4j.gadget.kernel.KernelSupport}.
 */
@NullMarked
package usbd4j.gadget.kernel;

import org.jspecify.annotations.NullMarked;
