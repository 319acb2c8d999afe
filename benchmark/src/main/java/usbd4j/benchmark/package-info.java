/**
 * A device that is measured beside one in C. An ordinary class, {@link usbd4j.benchmark.BenchmarkFunction}, on the stack as
 * everybody has it, and beside it DFU mode with a memory that takes no time; {@code src/main/c} holds its counterpart, and
 * the host that measures both. Start reading there, at {@code benchmark.h}.
 */
@NullMarked
package usbd4j.benchmark;

import org.jspecify.annotations.NullMarked;
