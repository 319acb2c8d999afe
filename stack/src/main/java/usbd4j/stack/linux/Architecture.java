package usbd4j.stack.linux;

import com.sun.jna.Platform;
import java.util.List;

/**
 * What differs between processor architectures.
 *
 * @param ioSetup the number of io_setup(2)
 * @param ioDestroy the number of io_destroy(2)
 * @param ioSubmit the number of io_submit(2)
 * @param perfEventOpen the number of perf_event_open(2)
 * @param arguments the registers that hold a function's first arguments, numbered as in asm/perf_regs.h
 */
record Architecture(int ioSetup, int ioDestroy, int ioSubmit, int perfEventOpen, List<Integer> arguments) {
    private static final Architecture X86_64 = new Architecture(206, 207, 209, 298, List.of(5, 4, 3));
    private static final Architecture ARM_64 = new Architecture(0, 1, 2, 241, List.of(0, 1, 2));
    private static final Architecture ARM_32 = new Architecture(243, 244, 246, 364, List.of(0, 1, 2));

    static Architecture ofThisMachine() {
        if (Platform.isARM()) {
            return Platform.is64Bit() ? ARM_64 : ARM_32;
        }
        if (Platform.isIntel() && Platform.is64Bit()) {
            return X86_64;
        }
        throw new LinuxException("cannot make system calls on " + Platform.ARCH, Errno.ENOSYS.number());
    }
}
