package usbd4j.dfu.mode;

import usbd4j.stack.Reply;

/** dfuDNLOAD-SYNC or dfuMANIFEST-SYNC: the device waits for GETSTATUS. */
sealed interface SyncState extends ModeState permits DownloadSync, DownloadStored, ManifestSync {
    @Override
    default Reply abort(ModeStateMachine machine) {
        return machine.options().abortWhileSynchronizing() ? machine.backToIdle() : refuse(machine);
    }
}
