package usbd4j.dfu.mode;

import java.nio.ByteBuffer;
import java.time.Instant;
import usbd4j.dfu.DfuStatus;
import usbd4j.stack.Reply;
import usbd4j.stack.SetupPacket;

/** DNLOAD and UPLOAD of one block (DFU 1.1, 6.1.1 and 6.2), where the state takes one. */
final class BlockTransfer {
    private static final int LAST_BLOCK_NUMBER = 0xFFFF;

    private final ModeStateMachine machine;

    BlockTransfer(ModeStateMachine machine) {
        this.machine = machine;
    }

    /** {@return whether a block may come now} An addressed memory takes blocks in any order, others take the next one. */
    boolean isExpected(SetupPacket setup, int next) {
        return machine.memory().isAddressed() || setup.wValue() == next;
    }

    /** {@return the stall of a block that is not the next one} */
    Reply refuseBlock(SetupPacket setup, int next) {
        return machine.refuse(
                DfuStatus.ERR_ADDRESS, "wBlockNum is %d, but block %d comes next".formatted(setup.wValue(), next));
    }

    private Reply refuseLength() {
        return machine.refuse(DfuStatus.ERR_STALLEDPKT, "wTransferSize is %d".formatted(machine.wTransferSize()));
    }

    /** {@return the reply to DNLOAD with data} */
    Reply receive(SetupPacket setup, long offset, Instant now) {
        if (!machine.attributes().bitCanDnload()) {
            return machine.refuse(DfuStatus.ERR_STALLEDPKT, "the device cannot download (bitCanDnload is 0)");
        }
        if (setup.wLength() > machine.wTransferSize()) {
            return refuseLength();
        }
        return Reply.receive(block -> take(setup, offset, block, now));
    }

    private void take(SetupPacket setup, long offset, ByteBuffer block, Instant now) {
        if (machine.memory().isAddressed()) {
            machine.enter(DownloadStored.copy(setup.wValue(), offset, block));
            return;
        }
        DownloadSync written = write(setup.wValue(), offset, block, now);
        machine.enter(written.resets() ? new DownloadBusy(written) : written);
    }

    /** {@return the state of a device that has started to write a block} */
    DownloadSync write(int wBlockNum, long offset, ByteBuffer block, Instant now) {
        int length = block.remaining();
        Work work = machine.memory().download(wBlockNum, offset, block);
        return new DownloadSync(
                told(work.status()), work.resets(), now.plus(work.time()), after(wBlockNum), offset + length);
    }

    private DfuStatus told(DfuStatus status) {
        return status == DfuStatus.ERR_ADDRESS ? machine.options().badAddress() : status;
    }

    /** {@return the reply to UPLOAD} */
    Reply send(SetupPacket setup, long offset) {
        if (!machine.attributes().bitCanUpload()) {
            return machine.refuse(DfuStatus.ERR_STALLEDPKT, "the device cannot upload (bitCanUpload is 0)");
        }
        if (setup.wLength() > machine.wTransferSize()) {
            return refuseLength();
        }
        Upload upload = machine.memory().upload(setup.wValue(), offset, setup.wLength());
        if (upload.status() != DfuStatus.OK) {
            return machine.refuse(
                    told(upload.status()), "the memory refuses to upload block %d".formatted(setup.wValue()));
        }
        ByteBuffer block = upload.bytes();
        boolean isLast = block.remaining() < setup.wLength();
        machine.enter(isLast ? new Idle() : new UploadIdle(after(setup.wValue()), offset + block.remaining()));
        return Reply.data(block);
    }

    /** {@return the next wBlockNum: after 65535 comes 0} */
    private static int after(int wBlockNum) {
        return wBlockNum == LAST_BLOCK_NUMBER ? 0 : wBlockNum + 1;
    }
}
