package usbd4j.dfu.mode;

import static org.assertj.core.api.Assertions.assertThat;
import static usbd4j.dfu.mode.DfuSeHost.PROTECTED;
import static usbd4j.dfu.mode.DfuSeHost.START;

import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import usbd4j.dfu.DfuState;
import usbd4j.stack.BusEvent;

/** The commands in block 0. */
class DfuSeCommandTest {
    private final DfuSeHost host = DfuSeHost.ofDevice();

    @Test
    void uploadOfBlockZeroListsTheCommands() {
        assertThat(host.upload(0, 64)).containsExactly(0x00, 0x21, 0x41, 0x92);
    }

    @Test
    void blockTwoIsWrittenAtTheAddressPointer() {
        host.setPointer(START + 0x321);
        host.download(2, (byte) 7);
        assertThat(host.outcome()).isEqualTo("OK, dfuDNLOAD-IDLE");

        assertThat(host.cells(START + 0x320, 3)).containsExactly(0xFF, 7, 0xFF);
    }

    @Test
    void aCommandThatTakesNoTimeAnswersDnbusyToo() {
        host.command(0x21, START);

        assertThat(host.status()).isEqualTo("OK, dfuDNBUSY");
        assertThat(host.status()).isEqualTo("OK, dfuDNLOAD-IDLE");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, START - 1, 0x0800_1400, 0xFFFF_FFFFL})
    void aPointerOutsideTheMemoryIsErrTarget(long address) {
        host.command(0x21, address);

        assertThat(host.outcome()).isEqualTo("errTARGET, dfuERROR");
    }

    @Test
    void aRefusedPointerDoesNotChangeThePointer() {
        host.setPointer(START + 0x100);
        host.command(0x21, 0);
        host.outcome();
        host.clearStatus();
        host.download(2, (byte) 7);
        host.outcome();

        assertThat(host.cells(START + 0x100, 1)).containsExactly(7);
    }

    @Test
    void eraseErasesTheSector() {
        host.put(START + 0x3FF, bytes(1, 2));
        host.put(START + 0x7FF, bytes(3, 4));
        host.command(0x41, START + 0x400);
        assertThat(host.status()).isEqualTo("OK, dfuDNBUSY, ask again in 30 ms");
        host.advance(30);

        assertThat(host.status()).isEqualTo("OK, dfuDNLOAD-IDLE");
        assertThat(host.cells(START + 0x3FF, 2)).containsExactly(1, 0xFF);
        assertThat(host.cells(START + 0x7FF, 2)).containsExactly(0xFF, 4);
    }

    @Test
    void eraseDoesNotMoveThePointer() {
        host.command(0x41, START + 0x400);
        host.outcome();
        host.download(2, (byte) 7);
        host.outcome();

        assertThat(host.cells(START, 1)).containsExactly(7);
    }

    @Test
    void erasingOutsideTheMemoryIsErrTarget() {
        host.command(0x41, 0);

        assertThat(host.outcome()).isEqualTo("errTARGET, dfuERROR");
    }

    @Test
    void erasingAProtectedSectorIsErrVendor() {
        host.command(0x41, PROTECTED);

        assertThat(host.outcome()).isEqualTo("errVENDOR, dfuERROR");
    }

    @Test
    void aFaultySectorIsErrErase() {
        DfuSeHost faulty = DfuSeHost.withFaults(Set.of(), Set.of(START));
        faulty.command(0x41, START);

        assertThat(faulty.outcome()).isEqualTo("errERASE, dfuERROR");
    }

    @Test
    void massEraseTakesTheTimeOfAllSectors() {
        host.put(START, bytes(1));
        host.put(PROTECTED - 1, bytes(2, 3));
        host.command(0x41);
        assertThat(host.status()).isEqualTo("OK, dfuDNBUSY, ask again in 120 ms");
        host.advance(120);

        assertThat(host.status()).isEqualTo("OK, dfuDNLOAD-IDLE");
        assertThat(host.cells(START, 4096)).containsOnly(0xFF);
        assertThat(host.cells(PROTECTED, 1)).containsExactly(3);
    }

    @Test
    void readUnprotectErasesEverythingAndResetsTheDevice() {
        host.put(START, bytes(1));
        host.command(0x92);
        assertThat(host.status()).isEqualTo("OK, dfuDNBUSY, ask again in 120 ms");
        assertThat(host.resetCount()).isZero();
        host.advance(120);

        assertThat(host.resetCount()).isEqualTo(1);
        assertThat(host.leaveCount()).isZero();
        assertThat(host.cells(START, 4096)).containsOnly(0xFF);
    }

    @Test
    void afterReadUnprotectTheDeviceComesBackInDfuMode() {
        host.setPointer(START + 0x100);
        DfuSeReachableState.SELF_RESET.reach(host);
        host.usb().happen(BusEvent.DETACHED);
        assertThat(host.status()).isEqualTo("OK, dfuIDLE");
        host.download(2, (byte) 7);
        host.outcome();

        assertThat(host.cells(START, 1)).containsExactly(7);
    }

    @Test
    void readUnprotectThatFailsDoesNotResetTheDevice() {
        DfuSeHost faulty = DfuSeHost.withFaults(Set.of(), Set.of(START));
        faulty.command(0x92);

        assertThat(faulty.outcome()).isEqualTo("errERASE, dfuERROR");
        assertThat(faulty.resetCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00",
                "01",
                "FF",
                "21",
                "21000000",
                "210000000800",
                "41000000",
                "410000000800",
                "9200",
                "9200000008",
                "0000000008"
            })
    void anUnknownCommandIsErrStalledPkt(String block) {
        host.download(0, HexFormat.of().parseHex(block));

        assertThat(host.outcome()).isEqualTo("errSTALLEDPKT, dfuERROR");
    }

    @Test
    void aCommandIsNotExecutedWithoutGetStatus() {
        host.put(START, bytes(1));
        host.command(0x41);
        host.stalledDownload(0, 1);

        assertThat(host.status()).isEqualTo("errSTALLEDPKT, dfuERROR");
        assertThat(host.cells(START, 1)).containsExactly(1);
    }

    @Test
    void aCommandIsNotExecutedAsTimePasses() {
        host.put(START, bytes(1));
        host.command(0x41);
        host.advance(10_000);

        assertThat(host.state()).isEqualTo(DfuState.DFU_DNLOAD_SYNC);
        assertThat(host.cells(START, 1)).containsExactly(1);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
