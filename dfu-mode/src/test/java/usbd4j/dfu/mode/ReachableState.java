package usbd4j.dfu.mode;

import usbd4j.dfu.DfuRequest;

/** The states to which a host can bring a device. In a transfer, block 1 comes next. */
enum ReachableState {
    IDLE("dfuIDLE"),
    DNLOAD_SYNC("dfuDNLOAD-SYNC"),
    DNBUSY("dfuDNBUSY"),
    BLOCK_WRITTEN("written"),
    DNLOAD_IDLE("dfuDNLOAD-IDLE"),
    MANIFEST_SYNC("dfuMANIFEST-SYNC"),
    MANIFEST("dfuMANIFEST"),
    MANIFESTED("manifested"),
    UPLOAD_IDLE("dfuUPLOAD-IDLE"),
    ERROR("dfuERROR");

    private final String name;

    ReachableState(String name) {
        this.name = name;
    }

    /** Brings the device from dfuIDLE to this state. */
    void reach(ModeHost host) {
        switch (this) {
            case IDLE -> {}
            case DNLOAD_SYNC -> host.download(0, (byte) 1);
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
                host.download(1);
            }
            case MANIFEST -> {
                MANIFEST_SYNC.reach(host);
                host.status();
            }
            case MANIFESTED -> {
                MANIFEST.reach(host);
                host.advance(100);
            }
            case UPLOAD_IDLE -> host.upload(0, 64);
            case ERROR -> host.stalled(DfuRequest.CLRSTATUS.setup(0, 0, 0));
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
