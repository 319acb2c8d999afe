package usbd4j.gadget.device;

import java.time.Duration;
import usbd4j.dfu.flash.FlashFaults;

/**
 * How memories with sectors behave.
 *
 * @param eraseTime how long erasing a sector takes
 * @param faults the addresses at which programming or erasing fails
 */
public record FlashBehavior(Duration eraseTime, FlashFaults faults) {}
