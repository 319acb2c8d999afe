/**
 * The command line: options, their help texts and their checks. The work itself is done in the other packages. Start reading
 * at {@link usbd4j.gadget.cli.Main}.
 */
@NullMarked
package usbd4j.gadget.cli;

import org.jspecify.annotations.NullMarked;
