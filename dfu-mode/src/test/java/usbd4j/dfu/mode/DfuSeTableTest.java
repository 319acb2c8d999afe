package usbd4j.dfu.mode;

import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import usbd4j.dfu.dfuse.DfuSeOptions;
import usbd4j.dfu.dfuse.UploadEnd;
import usbd4j.dfu.flash.FlashFaults;
import usbd4j.dfu.flash.ReadProtection;

/** Every class request in every state of a DfuSe device. */
@Execution(CONCURRENT)
class DfuSeTableTest {
    /** The states in which the reply depends on wBlockNum. */
    private static final Set<DfuSeReachableState> IDLE_STATES =
            EnumSet.of(DfuSeReachableState.IDLE, DfuSeReachableState.DNLOAD_IDLE, DfuSeReachableState.UPLOAD_IDLE);

    private static final Set<DfuSeReachableState> ALL = EnumSet.allOf(DfuSeReachableState.class);

    /** For data blocks: GETSTATUS starts writing, and DNLOAD without data leaves DFU mode. */
    private static final String DFUSE = """
            dfuIDLE           OUT  1  0      -> ack                -> dfuMANIFEST-SYNC
            dfuIDLE           OUT  1  1..64  -> ack                -> dfuDNLOAD-SYNC
            dfuIDLE           IN   2  0..64  -> data               -> dfuUPLOAD-IDLE
            dfuIDLE           IN   3  *      -> 00 00 00 00 02 00  -> dfuIDLE
            dfuIDLE           IN   5  *      -> 02                 -> dfuIDLE
            dfuIDLE           OUT  6  0      -> ack                -> dfuIDLE
            dfuDNLOAD-SYNC    IN   3  *      -> 00 32 00 00 04 00  -> dfuDNBUSY
            dfuDNLOAD-SYNC    IN   5  *      -> 03                 -> dfuDNLOAD-SYNC
            written           IN   3  *      -> 00 00 00 00 05 00  -> dfuDNLOAD-IDLE
            written           IN   5  *      -> 03                 -> dfuDNLOAD-SYNC
            dfuDNLOAD-IDLE    OUT  1  0      -> ack                -> dfuMANIFEST-SYNC
            dfuDNLOAD-IDLE    OUT  1  1..64  -> ack                -> dfuDNLOAD-SYNC
            dfuDNLOAD-IDLE    IN   3  *      -> 00 00 00 00 05 00  -> dfuDNLOAD-IDLE
            dfuDNLOAD-IDLE    IN   5  *      -> 05                 -> dfuDNLOAD-IDLE
            dfuDNLOAD-IDLE    OUT  6  0      -> ack                -> dfuIDLE
            dfuMANIFEST-SYNC  IN   3  *      -> 00 64 00 00 07 00  -> dfuMANIFEST
            dfuMANIFEST-SYNC  IN   5  *      -> 06                 -> dfuMANIFEST-SYNC
            dfuUPLOAD-IDLE    IN   2  0..64  -> data               -> dfuUPLOAD-IDLE
            dfuUPLOAD-IDLE    IN   3  *      -> 00 00 00 00 09 00  -> dfuUPLOAD-IDLE
            dfuUPLOAD-IDLE    IN   5  *      -> 09                 -> dfuUPLOAD-IDLE
            dfuUPLOAD-IDLE    OUT  6  0      -> ack                -> dfuIDLE
            dfuERROR          IN   3  *      -> 0f 00 00 00 0a 00  -> dfuERROR
            dfuERROR          OUT  4  0      -> ack                -> dfuIDLE
            dfuERROR          IN   5  *      -> 0a                 -> dfuERROR
            dfuMANIFEST-WAIT-RESET * * *     -> stall              -> dfuMANIFEST-WAIT-RESET
            self-reset        *    *  *      -> stall              -> dfuDNBUSY
            *                 *    *  *      -> stall              -> dfuERROR
            """;

    @Test
    void dataBlock() {
        check(3, ALL, DfuModeOptions.DFUSE, "");
    }

    /** The list of commands has four bytes: with a longer wLength it is a short block, which ends the upload. */
    @Test
    void commandBlock() {
        check(0, IDLE_STATES, DfuModeOptions.DFUSE, """
                dfuIDLE           IN   2  6..64  -> 00 21 41 92        -> dfuIDLE
                dfuUPLOAD-IDLE    IN   2  6..64  -> 00 21 41 92        -> dfuIDLE
                """);
    }

    /** DNLOAD only stores the block: the error is found when GETSTATUS starts writing. */
    @Test
    void reservedBlock() {
        check(1, IDLE_STATES, DfuModeOptions.DFUSE, """
                dfuIDLE           IN   2  *      -> stall              -> dfuERROR
                dfuUPLOAD-IDLE    IN   2  *      -> stall              -> dfuERROR
                """);
    }

    @Test
    void abortWhileSynchronizingAndAnswerWhileBusy() {
        check(
                3,
                ALL,
                DfuModeOptions.SPECIFICATION
                        .withAbortWhileSynchronizing(true)
                        .withGetStatusWhileBusy(GetStatusWhileBusy.ANSWER),
                """
                dfuDNLOAD-SYNC    OUT  6  0      -> ack                -> dfuIDLE
                written           OUT  6  0      -> ack                -> dfuIDLE
                dfuMANIFEST-SYNC  OUT  6  0      -> ack                -> dfuIDLE
                dfuDNBUSY         IN   3  *      -> 00 32 00 00 04 00  -> dfuDNBUSY
                dfuMANIFEST       IN   3  *      -> 00 64 00 00 07 00  -> dfuMANIFEST
                """);
    }

    @Test
    void leaveAfterDetach() {
        check(3, ALL, DfuModeOptions.SPECIFICATION.withLeaveAfterDetach(Duration.ofMillis(10)), """
                dfuDNBUSY         OUT  0  0      -> stall              -> dfuERROR
                dfuMANIFEST       OUT  0  0      -> stall              -> dfuERROR
                dfuMANIFEST-WAIT-RESET * * *     -> stall              -> dfuMANIFEST-WAIT-RESET
                self-reset        *    *  *      -> stall              -> dfuDNBUSY
                *                 OUT  0  0      -> ack                -> dfuIDLE
                """);
    }

    @Test
    void answerInWaitReset() {
        check(3, ALL, DfuModeOptions.SPECIFICATION.withAnswerInWaitReset(true), """
                dfuMANIFEST-WAIT-RESET IN 3 *    -> 00 00 00 00 08 00  -> dfuMANIFEST-WAIT-RESET
                dfuMANIFEST-WAIT-RESET IN 5 *    -> 08                 -> dfuMANIFEST-WAIT-RESET
                """);
    }

    @Test
    void skipManifest() {
        check(3, ALL, DfuModeOptions.SPECIFICATION.withSkipManifest(true), """
                dfuMANIFEST-SYNC  IN   3  *      -> 00 64 00 00 08 00  -> dfuMANIFEST-WAIT-RESET
                dfuMANIFEST       *    *  *      -> stall              -> dfuMANIFEST-WAIT-RESET
                """);
    }

    /** Blocks and commands are refused once GETSTATUS starts them; UPLOAD has nothing but its setup packet to be refused. */
    @Test
    void readProtection() {
        Set<DfuSeReachableState> states = EnumSet.of(DfuSeReachableState.IDLE, DfuSeReachableState.DNLOAD_SYNC);
        RequestTable.of("""
                dfuIDLE           IN   2  *      -> stall              -> dfuERROR
                dfuDNLOAD-SYNC    IN   3  *      -> 00 00 00 00 04 00  -> dfuDNLOAD-SYNC
                """, DFUSE)
                .check(3, states, state -> reached(state, DfuSeHost.with(DfuSeHost.LEAVING, new ReadProtection(true))));
    }

    @Test
    void imageThatIsNotComplete() {
        DfuSeOptions demanding =
                new DfuSeOptions(DfuSeHost.LEAVING.commands(), Duration.ofMillis(100), UploadEnd.ERROR, 65);
        Set<DfuSeReachableState> states = EnumSet.range(DfuSeReachableState.IDLE, DfuSeReachableState.DNLOAD_IDLE);
        RequestTable.of("""
                dfuIDLE           OUT  1  0      -> stall              -> dfuERROR
                dfuDNLOAD-IDLE    OUT  1  0      -> stall              -> dfuERROR
                """, DFUSE)
                .check(3, states, state -> reached(state, DfuSeHost.with(demanding, new ReadProtection(false))));
    }

    private static DfuSeHost reached(DfuSeReachableState state, DfuSeHost host) {
        state.reach(host);
        return host;
    }

    private static void check(
            int wBlockNum, Set<DfuSeReachableState> states, DfuModeOptions options, String differences) {
        RequestTable.of(differences, DFUSE)
                .check(
                        wBlockNum,
                        states,
                        state -> reached(state, new DfuSeHost(DfuSeHost.ATTRIBUTES, options, FlashFaults.NONE)));
    }
}
