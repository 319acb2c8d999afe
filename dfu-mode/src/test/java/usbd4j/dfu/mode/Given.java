package usbd4j.dfu.mode;

import usbd4j.dfu.DfuRequest;

/** States to which a host can bring the device. The next block of a transfer that is under way has number 1. */
enum Given {
    IDLE("dfuIDLE"),
    DNLOAD_SYNC("dfuDNLOAD-SYNC"),
    DNBUSY("dfuDNBUSY"),
    DNLOAD_SYNC_WRITTEN("written"),
    DNLOAD_IDLE("dfuDNLOAD-IDLE"),
    MANIFEST_SYNC("dfuMANIFEST-SYNC"),
    MANIFEST("dfuMANIFEST"),
    MANIFEST_OVER("manifested"),
    UPLOAD_IDLE("dfuUPLOAD-IDLE"),
    ERROR("dfuERROR");

    private final String name;

    Given(String name) {
        this.name = name;
    }

    void bring(ModeHost host) {
        switch (this) {
            case IDLE -> {}
            case DNLOAD_SYNC -> host.download(0, (byte) 1);
            case DNBUSY -> {
                DNLOAD_SYNC.bring(host);
                host.status();
            }
            case DNLOAD_SYNC_WRITTEN -> {
                DNBUSY.bring(host);
                host.advance(50);
            }
            case DNLOAD_IDLE -> host.downloadWhole(0, (byte) 1);
            case MANIFEST_SYNC -> {
                DNLOAD_IDLE.bring(host);
                host.download(1);
            }
            case MANIFEST -> {
                MANIFEST_SYNC.bring(host);
                host.status();
            }
            case MANIFEST_OVER -> {
                MANIFEST.bring(host);
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
