/**
 * Example classes, to read and to build on: {@link usbd4j.stack.example.Thermometer} for requests, deadlines
 * and an interrupt endpoint, {@link usbd4j.stack.example.Loopback} for bulk transfers, {@link usbd4j.stack.example.SourceSink} for all that the kernel's own device tests ask for.
 */
@NullMarked
package usbd4j.stack.example;

import org.jspecify.annotations.NullMarked;
