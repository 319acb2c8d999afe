package usbd4j.dfu;

import java.util.Optional;

/** The result of the last request, with the values of bStatus (DFU 1.1, 6.1.2). */
public enum DfuStatus {
    /** No error. */
    OK(0x00, "OK"),
    /** The file is not for this device. */
    ERR_TARGET(0x01, "errTARGET"),
    /** The file fails a verification of the vendor. */
    ERR_FILE(0x02, "errFILE"),
    /** The device cannot write memory. */
    ERR_WRITE(0x03, "errWRITE"),
    /** Erasing memory failed. */
    ERR_ERASE(0x04, "errERASE"),
    /** Memory is not erased. */
    ERR_CHECK_ERASED(0x05, "errCHECK_ERASED"),
    /** Programming memory failed. */
    ERR_PROG(0x06, "errPROG"),
    /** Programmed memory reads differently. */
    ERR_VERIFY(0x07, "errVERIFY"),
    /** An address is out of range. */
    ERR_ADDRESS(0x08, "errADDRESS"),
    /** The download ended before the device had all it needs. */
    ERR_NOTDONE(0x09, "errNOTDONE"),
    /** The firmware is corrupt, and the device cannot return to run-time. */
    ERR_FIRMWARE(0x0A, "errFIRMWARE"),
    /** An error of the vendor, described by iString. */
    ERR_VENDOR(0x0B, "errVENDOR"),
    /** An unexpected bus reset. */
    ERR_USBR(0x0C, "errUSBR"),
    /** An unexpected power-on reset. */
    ERR_POR(0x0D, "errPOR"),
    /** An unknown error. */
    ERR_UNKNOWN(0x0E, "errUNKNOWN"),
    /** The device stalled an unexpected request. */
    ERR_STALLEDPKT(0x0F, "errSTALLEDPKT");

    private final int code;
    private final String text;

    DfuStatus(int code, String text) {
        this.code = code;
        this.text = text;
    }

    /** {@return the value of bStatus} */
    public int code() {
        return code;
    }

    /**
     * {@return the status with this code, or empty if there is none}
     *
     * @param code the value of bStatus
     */
    public static Optional<DfuStatus> of(int code) {
        for (DfuStatus status : values()) {
            if (status.code == code) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }

    /** {@return the name of the status in the specification} */
    @Override
    public String toString() {
        return text;
    }
}
