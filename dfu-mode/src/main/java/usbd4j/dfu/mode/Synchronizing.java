package usbd4j.dfu.mode;

import usbd4j.stack.Reply;

/** A state that waits for the host to ask with GETSTATUS. */
sealed interface Synchronizing extends ModeState permits DownloadSync, DownloadStored, ManifestSync {
    @Override
    default Reply abort(Machine machine) {
        return machine.options().abortWhileSynchronizing() ? ModeState.backToIdle(machine) : refuse(machine);
    }
}
