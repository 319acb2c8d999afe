package usbd4j.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import usbd4j.stack.UsbClass;

/**
 * Plugs a USB device into this machine for each test, and unplugs it afterwards, however the test ends. The test method may have a
 * parameter of type {@link DeviceUnderTest}.
 *
 * <pre>{@code
 * @Test
 * @UsbDeviceUnderTest(template = "dfu", set = "run-time.product='Blinky'")
 * void theToolFindsIt(DeviceUnderTest device) {
 *     // run the tool here; the device is configured
 *     device.awaitLine("GETSTATUS");
 * }
 * }</pre>
 *
 * <p>Without any element the device is that of {@code usbd4j run}: DFU run-time, 1209:0001. On a class the annotation is for each of
 * its tests, and a test may have one of its own in its place. Every test has a new device without firmware. Several may be plugged in
 * at once.
 *
 * <p>The device is served in this JVM, through the kernel's {@code vhci-hcd}: no device controller and no cable is needed, but the
 * kernel's module, and the right to write {@code /sys/devices/platform/vhci_hcd.0/attach}, which by default root has. docs/ci.md has
 * recipes for both. A test that fails shows the device's transcript.
 *
 * <p>For the class path: it has no module descriptor. What the device logs, it takes from the {@link System.LoggerFinder} of
 * usbd4j-gadget; if the tests have another one as well, usbd4j-gadget must come first on the class path.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(DeviceExtension.class)
public @interface UsbDeviceUnderTest {
    /**
     * {@return a class that the device serves in place of DFU, with a constructor without parameters; {@link UsbClass} itself for DFU}
     */
    Class<? extends UsbClass> usbClass() default UsbClass.class;

    /** {@return the name of a device file that comes with usbd4j: dfu, two-memories, dfuse or runtime; empty for none} */
    String template() default "";

    /** {@return a device file, relative to the working directory; empty for none. Not together with a template} */
    String file() default "";

    /**
     * {@return keys of the device file as {@code --set} takes them, {@code TABLE.KEY=VALUE} with a value in TOML, such as
     * {@code dfu-mode.manifestation-time=500}; "usbd4j device keys" lists them}
     */
    String[] set() default {};

    /**
     * {@return whether a test fails on a machine without {@code vhci-hcd}, or where this user may not use it; else it is skipped
     * there}
     */
    boolean required() default true;

    /** {@return how many seconds each wait for the host or the device may take} */
    int timeLimit() default 30;
}
