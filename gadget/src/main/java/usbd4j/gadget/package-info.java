/**
 * The program {@code usbd4j}: what every part of it needs, where the board keeps things and how failures end.
 *
 * <p>The commands are in {@code cli}, setting up the gadget is in {@code configfs}, controllers are in {@code controller},
 * and what a run does is in {@code serve}. Start reading at {@code usbd4j.gadget.cli.RunCommand}.
 */
@NullMarked
package usbd4j.gadget;

import org.jspecify.annotations.NullMarked;
