package usbd4j.dfu.mode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static usbd4j.dfu.mode.DfuSeHost.PROTECTED;
import static usbd4j.dfu.mode.DfuSeHost.START;
import static usbd4j.dfu.mode.DfuSeHost.TRANSFER_SIZE;
import static usbd4j.dfu.mode.DfuSeHost.UNREADABLE;
import static usbd4j.dfu.mode.ModeHost.bytes;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import usbd4j.dfu.DfuAttributes;
import usbd4j.dfu.DfuState;
import usbd4j.dfu.DfuStatus;
import usbd4j.dfu.dfuse.DfuSeOptions;
import usbd4j.dfu.dfuse.UploadEnd;
import usbd4j.dfu.flash.FlashFault;
import usbd4j.dfu.flash.FlashFaults;
import usbd4j.dfu.flash.ReadProtection;
import usbd4j.stack.BusEvent;
import usbd4j.stack.Direction;
import usbd4j.stack.Recipient;
import usbd4j.stack.RequestType;
import usbd4j.stack.SetupPacket;

/** Data blocks, and leaving DFU mode. */
class DfuSeTransferTest {
    private final DfuSeHost host = DfuSeHost.ofDevice();

    @Test
    void blocksMayComeInAnyOrder() {
        for (int wBlockNum : new int[] {9, 2, 5}) {
            host.download(wBlockNum, bytes(64, wBlockNum));
            assertThat(host.outcome()).isEqualTo("OK, dfuDNLOAD-IDLE");
        }

        assertThat(host.cells(START, 64)).containsOnly(2);
        assertThat(host.cells(START + 3 * 64, 64)).containsOnly(5);
        assertThat(host.cells(START + 7 * 64, 64)).containsOnly(9);
        assertThat(host.cells(START + 64, 64)).containsOnly(0xFF);
    }

    @Test
    void aShortBlockDoesNotMoveTheNextOne() {
        host.download(2, bytes(10, 1));
        host.outcome();
        host.download(3, bytes(10, 2));
        host.outcome();

        assertThat(host.cells(START + 64, 10)).containsOnly(2);
    }

    @Test
    void programmingTimeDependsOnTheLength() {
        host.download(2, bytes(32, 1));

        assertThat(host.status()).isEqualTo("OK, dfuDNBUSY, ask again in 25 ms");
    }

    @Test
    void blockOneIsErrStalledPkt() {
        host.download(1, bytes(64, 1));

        assertThat(host.outcome()).isEqualTo("errSTALLEDPKT, dfuERROR");
    }

    @Test
    void aBlockOutsideTheMemoryIsErrTarget() {
        host.setPointer(UNREADABLE);
        host.download(18, bytes(64, 1));

        assertThat(host.outcome()).isEqualTo("errTARGET, dfuERROR");
    }

    @Test
    void theLastBlockNumberDoesNotWrap() {
        host.setPointer(UNREADABLE);
        host.download(65535, bytes(64, 1));

        assertThat(host.outcome()).isEqualTo("errTARGET, dfuERROR");
    }

    @Test
    void aPointerOutsideTheMemoryIsErrAddressByTheSpecification() {
        DfuSeHost strict = new DfuSeHost(DfuSeHost.ATTRIBUTES, DfuModeOptions.SPECIFICATION, FlashFaults.NONE);
        strict.command(0x21, 0);

        assertThat(strict.outcome()).isEqualTo("errADDRESS, dfuERROR");
    }

    @Test
    void badAddressMustBeAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DfuModeOptions.SPECIFICATION.withBadAddress(DfuStatus.OK))
                .withMessageContaining("badAddress");
    }

    @Test
    void writingAProtectedSectorIsErrVendor() {
        host.setPointer(PROTECTED);
        host.download(2, bytes(64, 1));

        assertThat(host.outcome()).isEqualTo("errVENDOR, dfuERROR");
        assertThat(host.statusText()).isEqualTo("the sector is protected");
    }

    @Test
    void writingCellsThatAreNotErasedIsErrCheckErased() {
        host.put(START, (byte) 1);
        host.download(2, bytes(64, 2));

        assertThat(host.outcome()).isEqualTo("errCHECK_ERASED, dfuERROR");
    }

    @Test
    void aFaultyCellIsErrProg() {
        DfuSeHost faulty = DfuSeHost.withFaults(Set.of(START + 3), Set.of());
        faulty.download(2, bytes(64, 1));

        assertThat(faulty.outcome()).isEqualTo("errPROG, dfuERROR");
        assertThat(faulty.cells(START, 4)).containsExactly(1, 1, 1, 0xFF);
    }

    @Test
    void afterClrstatusTheHostCanGoOn() {
        host.download(1, bytes(64, 1));
        host.outcome();
        host.clearStatus();
        host.download(2, bytes(64, 1));

        assertThat(host.outcome()).isEqualTo("OK, dfuDNLOAD-IDLE");
    }

    @Test
    void anUploadUsesThePointerSetBeforeAbort() {
        host.put(START + 0x100, bytes(64, 1));
        host.put(START + 0x140, bytes(64, 2));
        host.setPointer(START + 0x100);
        host.abort();

        assertThat(host.upload(3, 64)).containsOnly(2);
        assertThat(host.upload(2, 64)).containsOnly(1);
        assertThat(host.state()).isEqualTo(DfuState.DFU_UPLOAD_IDLE);
    }

    @Test
    void anUploadEndsAtTheEndOfTheMemory() {
        host.setPointer(PROTECTED + 1024 - 10);
        host.abort();

        assertThat(host.upload(2, 64)).hasSize(10);
        assertThat(host.state()).isEqualTo(DfuState.DFU_IDLE);
    }

    @Test
    void anUploadFromOutsideTheMemoryIsErrTarget() {
        host.stalledUpload(2 + 5 * 1024 / 64);

        assertThat(host.status()).isEqualTo("errTARGET, dfuERROR");
    }

    @Test
    void anUploadOfUnreadableMemoryIsErrVendor() {
        host.setPointer(UNREADABLE);
        host.abort();
        host.stalledUpload(2);

        assertThat(host.status()).isEqualTo("errVENDOR, dfuERROR");
    }

    @Test
    void anUploadOfBlockOneIsErrStalledPkt() {
        host.stalledUpload(1);

        assertThat(host.status()).isEqualTo("errSTALLEDPKT, dfuERROR");
    }

    @Test
    void aBlockIsNotProgrammedWithoutGetStatus() {
        host.download(2, bytes(64, 1));
        host.stalledDownload(3, 64);

        assertThat(host.status()).isEqualTo("errSTALLEDPKT, dfuERROR");
        assertThat(host.cells(START, 64)).containsOnly(0xFF);
    }

    @Test
    void aBlockLargerThanWTransferSizeIsRefused() {
        host.stalledDownload(2, 65);

        assertThat(host.status()).isEqualTo("errSTALLEDPKT, dfuERROR");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void leavingIgnoresBitWillDetach(boolean bit) {
        DfuSeHost any =
                new DfuSeHost(new DfuAttributes(true, true, false, bit), DfuModeOptions.DFUSE, FlashFaults.NONE);
        any.leave();
        assertThat(any.status()).isEqualTo("OK, dfuMANIFEST, ask again in 100 ms");
        assertThat(any.leaveCount()).isZero();
        any.advance(100);

        assertThat(any.leaveCount()).isEqualTo(1);
    }

    @Test
    void aDeviceThatIsTolerantStaysInDfuMode() {
        DfuSeHost tolerant =
                new DfuSeHost(new DfuAttributes(true, true, true, true), DfuModeOptions.DFUSE, FlashFaults.NONE);
        tolerant.leave();
        assertThat(tolerant.status()).isEqualTo("OK, dfuMANIFEST, ask again in 100 ms");
        tolerant.advance(100);

        assertThat(tolerant.status()).isEqualTo("OK, dfuIDLE");
        assertThat(tolerant.leaveCount()).isZero();
    }

    @Test
    void leavingBeforeTheImageIsCompleteIsErrNotdone() {
        DfuSeOptions options =
                new DfuSeOptions(DfuSeHost.LEAVING.commands(), Duration.ZERO, UploadEnd.ERROR, TRANSFER_SIZE + 1);
        DfuSeHost demanding = DfuSeHost.with(options, new ReadProtection(false));
        demanding.stalledDownload(0, 0);
        assertThat(demanding.status()).isEqualTo("errNOTDONE, dfuERROR");
        demanding.clearStatus();
        demanding.download(2, bytes(64, 1));
        demanding.outcome();
        demanding.stalledDownload(0, 0);
        assertThat(demanding.status()).isEqualTo("errNOTDONE, dfuERROR");
        demanding.clearStatus();
        demanding.download(3, (byte) 1);
        demanding.outcome();
        demanding.leave();

        assertThat(demanding.status()).isEqualTo("OK, dfuMANIFEST");
    }

    @Test
    void anUploadFromOutsideTheMemoryIsAnEmptyBlockWhereTheOptionsSaySo() {
        DfuSeOptions options = new DfuSeOptions(DfuSeHost.LEAVING.commands(), Duration.ZERO, UploadEnd.SHORT, 0);
        DfuSeHost quiet = DfuSeHost.with(options, new ReadProtection(false));

        assertThat(quiet.upload(2 + 5 * 1024 / 64, 64)).isEmpty();
        assertThat(quiet.state()).isEqualTo(DfuState.DFU_IDLE);
    }

    @Test
    void anUploadOfProtectedMemoryIsErrVendorUntilTheHostRemovesTheProtection() {
        DfuSeHost guarded = DfuSeHost.with(DfuSeHost.LEAVING, new ReadProtection(true));
        guarded.setPointer(START);
        guarded.abort();
        guarded.stalledUpload(2);
        assertThat(guarded.status()).isEqualTo("errVENDOR, dfuERROR");
        assertThat(guarded.statusText()).isEqualTo("read protection is active");
        guarded.clearStatus();
        guarded.command(0x92);
        guarded.status();
        guarded.advance(120);
        assertThat(guarded.resetCount()).isEqualTo(1);
        guarded.usb().happen(BusEvent.DETACHED);

        assertThat(guarded.upload(2, 64)).containsOnly(0xFF);
    }

    @Test
    void anUploadOfACellThatCannotBeReadIsErrUnknown() {
        DfuSeHost faulty = DfuSeHost.with(FlashFaults.NONE.with(FlashFault.READ, Set.of(START + 64)));
        assertThat(faulty.upload(2, 64)).hasSize(64);
        faulty.stalledUpload(3);

        assertThat(faulty.status()).isEqualTo("errUNKNOWN, dfuERROR");
    }

    @Test
    void leavingAfterADownloadKeepsWhatWasWritten() {
        DfuSeReachableState.MANIFEST_WAIT_RESET.reach(host);

        assertThat(host.leaveCount()).isEqualTo(1);
        assertThat(host.resetCount()).isZero();
        assertThat(host.cells(START, 64)).containsOnly(1);
    }

    @Test
    void theDeviceDoesNotLeaveWithoutGetStatus() {
        host.leave();
        host.advance(10_000);

        assertThat(host.state()).isEqualTo(DfuState.DFU_MANIFEST_SYNC);
        assertThat(host.leaveCount()).isZero();
    }

    /** A block that is only stored is lost; a block that is being programmed is kept. */
    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"MANIFEST_WAIT_RESET", "SELF_RESET"})
    void aResetLeavesForRunTime(DfuSeReachableState state) {
        state.reach(host);
        byte[] before = host.cells(START, 4096);
        host.usb().reset();
        host.advance(1000);

        assertThat(host.leaveCount()).isEqualTo(1);
        assertThat(host.state()).isEqualTo(DfuState.DFU_IDLE);
        assertThat(host.cells(START, 4096)).isEqualTo(before);
    }

    @Test
    void bcdDFUVersionIsThatOfDfuSe() {
        byte[] configuration = host.usb()
                .controlIn(SetupPacket.of(Direction.IN, RequestType.STANDARD, Recipient.DEVICE, 6, 0x0200, 0, 255));

        assertThat(configuration).endsWith(9, 0x21, 0x0B, 0xE8, 0x03, 0x40, 0x00, 0x1A, 0x01);
    }
}
