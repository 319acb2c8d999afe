/**
 * Example classes to start from: {@link usbd4j.stack.example.Thermometer} for requests, deadlines
 * and an interrupt endpoint, {@link usbd4j.stack.example.Loopback} for bulk transfers, {@link
 * usbd4j.stack.example.SourceSink} for the kernel's {@code usbtest}, {@link usbd4j.stack.example.Mouse} for a device that hosts
 * have a driver for.
 */
@NullMarked
package usbd4j.stack.example;

import org.jspecify.annotations.NullMarked;
