package usbd4j.dfu.mode;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import usbd4j.dfu.flash.FlashFaults;

/** Every class request in every state of a device that speaks DfuSe. */
class DfuSeTableTest {
    /** Where it matters which block comes. */
    private static final Set<DfuSeGiven> READY =
            EnumSet.of(DfuSeGiven.IDLE, DfuSeGiven.DNLOAD_IDLE, DfuSeGiven.UPLOAD_IDLE);

    private static final Set<DfuSeGiven> ALL = EnumSet.allOf(DfuSeGiven.class);

    /** With a block of data: GETSTATUS starts the work, and DNLOAD without data leaves. */
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
            resetting         *    *  *      -> stall              -> dfuDNBUSY
            *                 *    *  *      -> stall              -> dfuERROR
            """;

    @Test
    void aBlockOfData() {
        check(3, ALL, DfuModeOptions.DFUSE, "");
    }

    /** The list of commands has four bytes: who asks for more gets a short block, and that ends the upload. */
    @Test
    void theBlockOfCommands() {
        check(0, READY, DfuModeOptions.DFUSE, """
                dfuIDLE           IN   2  6..64  -> 00 21 41 92        -> dfuIDLE
                dfuUPLOAD-IDLE    IN   2  6..64  -> 00 21 41 92        -> dfuIDLE
                """);
    }

    /** DNLOAD only stores: what is wrong with the block is found when GETSTATUS starts the work. */
    @Test
    void theBlockThatIsReserved() {
        check(1, READY, DfuModeOptions.DFUSE, """
                dfuIDLE           IN   2  *      -> stall              -> dfuERROR
                dfuUPLOAD-IDLE    IN   2  *      -> stall              -> dfuERROR
                """);
    }

    @Test
    void aDeviceThatAbortsWhileSynchronizingAndAnswersWhileItIsBusy() {
        check(3, ALL, new DfuModeOptions(true, true), """
                dfuDNLOAD-SYNC    OUT  6  0      -> ack                -> dfuIDLE
                written           OUT  6  0      -> ack                -> dfuIDLE
                dfuMANIFEST-SYNC  OUT  6  0      -> ack                -> dfuIDLE
                dfuDNBUSY         IN   3  *      -> 00 32 00 00 04 00  -> dfuDNBUSY
                dfuMANIFEST       IN   3  *      -> 00 64 00 00 07 00  -> dfuMANIFEST
                """);
    }

    private static void check(int wBlockNum, Set<DfuSeGiven> states, DfuModeOptions options, String differences) {
        RequestTable.of(differences, DFUSE).check(wBlockNum, states, state -> {
            DfuSeHost host = new DfuSeHost(DfuSeHost.ATTRIBUTES, options, FlashFaults.NONE);
            state.bring(host);
            return host;
        });
    }
}
