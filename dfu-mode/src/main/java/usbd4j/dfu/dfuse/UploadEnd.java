package usbd4j.dfu.dfuse;

/** The answer to UPLOAD of a block that starts where there is no memory. A block that ends there is short in any case. */
public enum UploadEnd {
    /** An empty block, which ends the upload (DFU 1.1, 6.2). */
    SHORT,
    /** A stall and the status of a bad address, as in ST's boot loaders. */
    ERROR
}
