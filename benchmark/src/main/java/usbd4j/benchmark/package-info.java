/**
 * A device whose performance is compared with one in C: an ordinary class, {@link usbd4j.benchmark.BenchmarkFunction}, on
 * the unmodified stack, and DFU mode with a memory that takes no time. {@code src/main/c} holds its counterpart and the host
 * that measures both. Start reading there, at {@code benchmark.h}.
 */
@NullMarked
package usbd4j.benchmark;

import org.jspecify.annotations.NullMarked;
