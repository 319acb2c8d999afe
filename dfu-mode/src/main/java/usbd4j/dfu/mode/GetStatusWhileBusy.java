package usbd4j.dfu.mode;

/** What the device does with GETSTATUS in dfuDNBUSY and dfuMANIFEST. */
public enum GetStatusWhileBusy {
    /** Stalls it, which leads to dfuERROR: the specification's reading (DFU 1.1, A.2.5 and A.2.8). */
    STALL,
    /** Answers the busy state and the time left, as many devices do. */
    ANSWER,
    /** Lets the host wait until the memory is done, and answers the state after, as STM32 ROMs do. */
    HOLD
}
