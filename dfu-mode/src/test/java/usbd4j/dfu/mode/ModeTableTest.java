package usbd4j.dfu.mode;

import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import usbd4j.dfu.DfuAttributes;
import usbd4j.dfu.DfuState;

/** Every class request in every state of DFU mode against the table of the specification (DFU 1.1, A.2.3 to A.2.11). */
@Execution(CONCURRENT)
class ModeTableTest {
    /** For a tolerant device with all abilities. */
    private static final String SPECIFICATION = """
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
            manifested        IN   3  *      -> 00 00 00 00 02 00  -> dfuIDLE
            manifested        IN   5  *      -> 06                 -> dfuMANIFEST-SYNC
            dfuUPLOAD-IDLE    IN   2  0..64  -> data               -> dfuUPLOAD-IDLE
            dfuUPLOAD-IDLE    IN   3  *      -> 00 00 00 00 09 00  -> dfuUPLOAD-IDLE
            dfuUPLOAD-IDLE    IN   5  *      -> 09                 -> dfuUPLOAD-IDLE
            dfuUPLOAD-IDLE    OUT  6  0      -> ack                -> dfuIDLE
            dfuERROR          IN   3  *      -> 0f 00 00 00 0a 00  -> dfuERROR
            dfuERROR          OUT  4  0      -> ack                -> dfuIDLE
            dfuERROR          IN   5  *      -> 0a                 -> dfuERROR
            *                 *    *  *      -> stall              -> dfuERROR
            """;

    /** A device, and the rows in which it differs from the specification's table. */
    private record Device(DfuAttributes attributes, DfuModeOptions options, RequestTable table) {
        static Device with(DfuAttributes attributes, DfuModeOptions options, String differences) {
            return new Device(attributes, options, RequestTable.of(differences, SPECIFICATION));
        }

        ModeHost in(ReachableState state) {
            ModeHost host = new ModeHost(attributes, options);
            state.reach(host);
            return host;
        }

        Set<ReachableState> states() {
            if (!attributes.bitCanDnload()) {
                return EnumSet.of(ReachableState.IDLE, ReachableState.UPLOAD_IDLE, ReachableState.ERROR);
            }
            return attributes.bitCanUpload()
                    ? EnumSet.allOf(ReachableState.class)
                    : EnumSet.complementOf(EnumSet.of(ReachableState.UPLOAD_IDLE));
        }
    }

    private static final DfuAttributes ALL = new DfuAttributes(true, true, true, false);

    @Test
    void specification() {
        checkAll(Device.with(ALL, DfuModeOptions.SPECIFICATION, ""));
    }

    @Test
    void withoutBitCanDnload() {
        checkAll(Device.with(new DfuAttributes(false, true, true, false), DfuModeOptions.SPECIFICATION, """
                dfuIDLE           OUT  1  *      -> stall              -> dfuERROR
                """));
    }

    @Test
    void withoutBitCanUpload() {
        checkAll(Device.with(new DfuAttributes(true, false, true, false), DfuModeOptions.SPECIFICATION, """
                dfuIDLE           IN   2  *      -> stall              -> dfuERROR
                """));
    }

    @Test
    void abortWhileSynchronizing() {
        checkAll(Device.with(ALL, DfuModeOptions.SPECIFICATION.withAbortWhileSynchronizing(true), """
                dfuDNLOAD-SYNC    OUT  6  0      -> ack                -> dfuIDLE
                written           OUT  6  0      -> ack                -> dfuIDLE
                dfuMANIFEST-SYNC  OUT  6  0      -> ack                -> dfuIDLE
                manifested        OUT  6  0      -> ack                -> dfuIDLE
                """));
    }

    @Test
    void answerWhileBusy() {
        checkAll(Device.with(ALL, DfuModeOptions.SPECIFICATION.withGetStatusWhileBusy(GetStatusWhileBusy.ANSWER), """
                dfuDNBUSY         IN   3  *      -> 00 32 00 00 04 00  -> dfuDNBUSY
                dfuMANIFEST       IN   3  *      -> 00 64 00 00 07 00  -> dfuMANIFEST
                """));
    }

    private static final DfuModeOptions LEAVE_AFTER_DETACH =
            DfuModeOptions.SPECIFICATION.withLeaveAfterDetach(Duration.ofMillis(10));

    private static final String DETACH = """
            dfuDNBUSY         OUT  0  0      -> stall              -> dfuERROR
            dfuMANIFEST       OUT  0  0      -> stall              -> dfuERROR
            *                 OUT  0  0      -> ack                -> dfuIDLE
            """;

    @Test
    void leaveAfterDetach() {
        checkAll(Device.with(ALL, LEAVE_AFTER_DETACH, DETACH));
    }

    /** A device that is not tolerant waits for a reset after manifestation, and stalls every request. */
    private static final String INTOLERANT = """
            manifested        *    *  *      -> stall              -> dfuMANIFEST-WAIT-RESET
            """;

    private static final DfuAttributes NOT_TOLERANT = new DfuAttributes(true, true, false, false);

    @Test
    void withoutBitManifestationTolerant() {
        checkAll(Device.with(NOT_TOLERANT, DfuModeOptions.SPECIFICATION, INTOLERANT));
    }

    @Test
    void answerInWaitReset() {
        checkAll(Device.with(NOT_TOLERANT, DfuModeOptions.SPECIFICATION.withAnswerInWaitReset(true), """
                manifested        IN   3  *      -> 00 00 00 00 08 00  -> dfuMANIFEST-WAIT-RESET
                manifested        IN   5  *      -> 08                 -> dfuMANIFEST-WAIT-RESET
                """ + INTOLERANT));
    }

    @Test
    void answerInWaitResetOfATolerantDevice() {
        checkAll(Device.with(ALL, DfuModeOptions.SPECIFICATION.withAnswerInWaitReset(true), ""));
    }

    @Test
    void leaveAfterDetachOfADeviceThatIsNotTolerant() {
        checkAll(Device.with(NOT_TOLERANT, LEAVE_AFTER_DETACH, INTOLERANT + DETACH));
    }

    @Test
    void leaveAfterDetachAndAnswerInWaitReset() {
        checkAll(Device.with(NOT_TOLERANT, LEAVE_AFTER_DETACH.withAnswerInWaitReset(true), """
                manifested        IN   3  *      -> 00 00 00 00 08 00  -> dfuMANIFEST-WAIT-RESET
                manifested        IN   5  *      -> 08                 -> dfuMANIFEST-WAIT-RESET
                manifested        OUT  0  0      -> ack                -> dfuIDLE
                """ + INTOLERANT + DETACH));
    }

    @Test
    void skipManifest() {
        checkAll(Device.with(NOT_TOLERANT, DfuModeOptions.SPECIFICATION.withSkipManifest(true), """
                dfuMANIFEST-SYNC  IN   3  *      -> 00 64 00 00 08 00  -> dfuMANIFEST-WAIT-RESET
                dfuMANIFEST       *    *  *      -> stall              -> dfuMANIFEST-WAIT-RESET
                """ + INTOLERANT));
    }

    @Test
    void skipManifestOfATolerantDevice() {
        checkAll(Device.with(ALL, DfuModeOptions.SPECIFICATION.withSkipManifest(true), ""));
    }

    @Test
    void finishManifestationAtReset() {
        checkAll(Device.with(ALL, DfuModeOptions.SPECIFICATION.withFinishManifestationAtReset(true), ""));
    }

    @Test
    void pollTimeouts() {
        PollTimeouts told = PollTimeouts.REAL
                .with(DfuState.DFU_IDLE, 1)
                .with(DfuState.DFU_DNBUSY, 0)
                .with(DfuState.DFU_DNLOAD_IDLE, 0x030201)
                .with(DfuState.DFU_MANIFEST, 0xFFFFFF)
                .with(DfuState.DFU_ERROR, 10);
        checkAll(Device.with(ALL, DfuModeOptions.SPECIFICATION.withPollTimeouts(told), """
                dfuIDLE           IN   3  *      -> 00 01 00 00 02 00  -> dfuIDLE
                dfuDNLOAD-SYNC    IN   3  *      -> 00 00 00 00 04 00  -> dfuDNBUSY
                written           IN   3  *      -> 00 01 02 03 05 00  -> dfuDNLOAD-IDLE
                dfuDNLOAD-IDLE    IN   3  *      -> 00 01 02 03 05 00  -> dfuDNLOAD-IDLE
                dfuMANIFEST-SYNC  IN   3  *      -> 00 ff ff ff 07 00  -> dfuMANIFEST
                manifested        IN   3  *      -> 00 01 00 00 02 00  -> dfuIDLE
                dfuERROR          IN   3  *      -> 0f 0a 00 00 0a 00  -> dfuERROR
                """));
    }

    private static void checkAll(Device device) {
        device.table().check(1, device.states(), device::in);
    }
}
