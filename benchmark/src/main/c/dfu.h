/* DFU 1.1, as far as the host and the device in C speak it. The structures travel as they are. */
#ifndef DFU_H
#define DFU_H

#include <stdint.h>

#define DFU_INTERFACE 1

/* What the device declares as wTransferSize. A host may send shorter blocks, and ask for shorter ones. */
#define DFU_TRANSFER_SIZE 4096

/* How much the device's memory holds. */
#define LARGEST_IMAGE (512 * 1024)

enum dfu_request {
    DFU_DNLOAD = 1,
    DFU_UPLOAD = 2,
    DFU_GETSTATUS = 3,
    DFU_CLRSTATUS = 4,
    DFU_GETSTATE = 5,
    DFU_ABORT = 6,
};

/* Those of a device that is never busy and tolerates manifestation: it has no others. */
enum dfu_state {
    DFU_IDLE = 2,
    DFU_DNLOAD_SYNC = 3,
    DFU_DNLOAD_IDLE = 5,
    DFU_MANIFEST_SYNC = 6,
    DFU_UPLOAD_IDLE = 9,
    DFU_ERROR = 10,
};

enum dfu_status {
    DFU_OK = 0x00,
    DFU_ERR_ADDRESS = 0x08,
    DFU_ERR_STALLEDPKT = 0x0F,
};

/* The answer to GETSTATUS. */
struct dfu_status_response {
    uint8_t bStatus;
    uint8_t bwPollTimeout[3];
    uint8_t bState;
    uint8_t iString;
};

#endif
