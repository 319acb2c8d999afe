package usbd4j.dfu.mode;

import static usbd4j.dfu.mode.ModeHost.bytes;

import usbd4j.dfu.DfuRequest;

/** States to which a host can bring a device that speaks DfuSe. */
enum DfuSeGiven {
    IDLE("dfuIDLE"),
    DNLOAD_SYNC("dfuDNLOAD-SYNC"),
    DNBUSY("dfuDNBUSY"),
    DNLOAD_SYNC_WRITTEN("written"),
    DNLOAD_IDLE("dfuDNLOAD-IDLE"),
    MANIFEST_SYNC("dfuMANIFEST-SYNC"),
    MANIFEST("dfuMANIFEST"),
    MANIFEST_WAIT_RESET("dfuMANIFEST-WAIT-RESET"),
    RESETTING("resetting"),
    UPLOAD_IDLE("dfuUPLOAD-IDLE"),
    ERROR("dfuERROR");

    private final String name;

    DfuSeGiven(String name) {
        this.name = name;
    }

    void bring(DfuSeHost host) {
        switch (this) {
            case IDLE -> {}
            case DNLOAD_SYNC -> host.download(2, bytes(64, 1));
            case DNBUSY -> {
                DNLOAD_SYNC.bring(host);
                host.status();
            }
            case DNLOAD_SYNC_WRITTEN -> {
                DNBUSY.bring(host);
                host.advance(50);
            }
            case DNLOAD_IDLE -> {
                DNLOAD_SYNC_WRITTEN.bring(host);
                host.status();
            }
            case MANIFEST_SYNC -> {
                DNLOAD_IDLE.bring(host);
                host.leave();
            }
            case MANIFEST -> {
                MANIFEST_SYNC.bring(host);
                host.status();
            }
            case MANIFEST_WAIT_RESET -> {
                MANIFEST.bring(host);
                host.advance(100);
            }
            case RESETTING -> {
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
