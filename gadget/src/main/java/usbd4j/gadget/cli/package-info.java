/**
 * The command line: options, their texts and their checks; what they ask for is done in the other packages. Start reading
 * at {@link usbd4j.gadget.cli.Main}.
 */
@NullMarked
package usbd4j.gadget.cli;

import org.jspecify.annotations.NullMarked;
