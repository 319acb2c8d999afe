package usbd4j.dfu.mode;

import static usbd4j.dfu.mode.ModeHost.bytes;

import usbd4j.dfu.DfuRequest;

/** The states to which a host can bring a DfuSe device. */
enum DfuSeReachableState {
    IDLE("dfuIDLE"),
    DNLOAD_SYNC("dfuDNLOAD-SYNC"),
    DNBUSY("dfuDNBUSY"),
    BLOCK_WRITTEN("written"),
    DNLOAD_IDLE("dfuDNLOAD-IDLE"),
    MANIFEST_SYNC("dfuMANIFEST-SYNC"),
    MANIFEST("dfuMANIFEST"),
    MANIFEST_WAIT_RESET("dfuMANIFEST-WAIT-RESET"),
    SELF_RESET("self-reset"),
    UPLOAD_IDLE("dfuUPLOAD-IDLE"),
    ERROR("dfuERROR");

    private final String name;

    DfuSeReachableState(String name) {
        this.name = name;
    }

    /** Brings the device from dfuIDLE to this state. */
    void reach(DfuSeHost host) {
        switch (this) {
            case IDLE -> {}
            case DNLOAD_SYNC -> host.download(2, bytes(64, 1));
            case DNBUSY -> {
                DNLOAD_SYNC.reach(host);
                host.status();
            }
            case BLOCK_WRITTEN -> {
                DNBUSY.reach(host);
                host.advance(50);
            }
            case DNLOAD_IDLE -> {
                BLOCK_WRITTEN.reach(host);
                host.status();
            }
            case MANIFEST_SYNC -> {
                DNLOAD_IDLE.reach(host);
                host.leave();
            }
            case MANIFEST -> {
                MANIFEST_SYNC.reach(host);
                host.status();
            }
            case MANIFEST_WAIT_RESET -> {
                MANIFEST.reach(host);
                host.advance(100);
            }
            case SELF_RESET -> {
                host.command(0x92);
                host.status();
                host.advance(120);
            }
            case UPLOAD_IDLE -> host.upload(2, 64);
            case ERROR -> host.stalled(DfuRequest.CLRSTATUS.setup(0, 0, 0));
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
