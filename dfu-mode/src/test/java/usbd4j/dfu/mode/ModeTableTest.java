package usbd4j.dfu.mode;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import usbd4j.dfu.DfuAttributes;

/** Every class request in every state of DFU mode against the table of the specification (DFU 1.1, A.2.3 to A.2.11). */
class ModeTableTest {
    /** Of a device that can do everything, and is tolerant of manifestation, in a state it can be brought to. */
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

    /** What differs from the specification's reading, in rows that count before the table's. */
    private record Device(DfuAttributes attributes, DfuModeOptions options, RequestTable table) {
        static Device with(DfuAttributes attributes, DfuModeOptions options, String differences) {
            return new Device(attributes, options, RequestTable.of(differences, SPECIFICATION));
        }

        ModeHost in(Given state) {
            ModeHost host = new ModeHost(attributes, options);
            state.bring(host);
            return host;
        }

        Set<Given> states() {
            if (!attributes.bitCanDnload()) {
                return EnumSet.of(Given.IDLE, Given.UPLOAD_IDLE, Given.ERROR);
            }
            return attributes.bitCanUpload()
                    ? EnumSet.allOf(Given.class)
                    : EnumSet.complementOf(EnumSet.of(Given.UPLOAD_IDLE));
        }
    }

    private static final DfuAttributes ALL = new DfuAttributes(true, true, true, false);

    @Test
    void aDeviceByTheSpecification() {
        checkAll(Device.with(ALL, DfuModeOptions.SPECIFICATION, ""));
    }

    @Test
    void aDeviceThatTakesNoFirmware() {
        checkAll(Device.with(new DfuAttributes(false, true, true, false), DfuModeOptions.SPECIFICATION, """
                dfuIDLE           OUT  1  *      -> stall              -> dfuERROR
                """));
    }

    @Test
    void aDeviceThatGivesNoFirmware() {
        checkAll(Device.with(new DfuAttributes(true, false, true, false), DfuModeOptions.SPECIFICATION, """
                dfuIDLE           IN   2  *      -> stall              -> dfuERROR
                """));
    }

    @Test
    void aDeviceThatAbortsWhileSynchronizing() {
        checkAll(Device.with(ALL, new DfuModeOptions(true, false), """
                dfuDNLOAD-SYNC    OUT  6  0      -> ack                -> dfuIDLE
                written           OUT  6  0      -> ack                -> dfuIDLE
                dfuMANIFEST-SYNC  OUT  6  0      -> ack                -> dfuIDLE
                manifested        OUT  6  0      -> ack                -> dfuIDLE
                """));
    }

    @Test
    void aDeviceThatAnswersWhileItIsBusy() {
        checkAll(Device.with(ALL, new DfuModeOptions(false, true), """
                dfuDNBUSY         IN   3  *      -> 00 32 00 00 04 00  -> dfuDNBUSY
                dfuMANIFEST       IN   3  *      -> 00 64 00 00 07 00  -> dfuMANIFEST
                """));
    }

    private static void checkAll(Device device) {
        device.table().check(1, device.states(), device::in);
    }
}
