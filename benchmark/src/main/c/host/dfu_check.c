#include "dfu_check.h"

#include <stddef.h>

#include "dfu.h"

static void clear(const struct device *device)
{
    dfu_request(device, DFU_CLRSTATUS, 0, NULL, 0);
    dfu_expect_status(device, DFU_OK, DFU_IDLE);
}

/* The block before it is number 65535, and so this one is number 0. */
static void check_numbers(const struct device *device)
{
    unsigned char data[1] = {0};

    dfu_request(device, DFU_DNLOAD, UINT16_MAX, data, sizeof(data));
    dfu_expect_status(device, DFU_OK, DFU_DNLOAD_IDLE);
    dfu_request(device, DFU_DNLOAD, 0, data, sizeof(data));
    dfu_expect_status(device, DFU_OK, DFU_DNLOAD_IDLE);
    dfu_refused(device, DFU_DNLOAD, 0, sizeof(data));
    dfu_expect_status(device, DFU_ERR_ADDRESS, DFU_ERROR);
    clear(device);
}

static void check_order(const struct device *device)
{
    unsigned char data[1] = {0};

    dfu_request(device, DFU_DNLOAD, 0, data, sizeof(data));
    dfu_expect_state(device, DFU_DNLOAD_SYNC);
    dfu_refused(device, DFU_DNLOAD, 1, sizeof(data));
    dfu_expect_state(device, DFU_ERROR);
    dfu_refused(device, DFU_ABORT, 0, 0);
    dfu_expect_status(device, DFU_ERR_STALLEDPKT, DFU_ERROR);
    clear(device);
    dfu_refused(device, DFU_CLRSTATUS, 0, 0);
    clear(device);
    dfu_refused(device, DFU_DNLOAD, 0, 0);
    clear(device);
}

static void check_abort(const struct device *device)
{
    unsigned char data[1] = {0};

    dfu_request(device, DFU_DNLOAD, 0, data, sizeof(data));
    dfu_expect_status(device, DFU_OK, DFU_DNLOAD_IDLE);
    dfu_request(device, DFU_ABORT, 0, NULL, 0);
    dfu_expect_state(device, DFU_IDLE);
    dfu_request(device, DFU_UPLOAD, 0, data, sizeof(data));
    dfu_expect_status(device, DFU_OK, DFU_UPLOAD_IDLE);
    dfu_refused(device, DFU_DNLOAD, 1, sizeof(data));
    clear(device);
}

/* What is too long is taken, and refused when the host asks what became of it. */
static void check_capacity(const struct device *device)
{
    unsigned char data[DFU_TRANSFER_SIZE] = {0};
    uint16_t number = 0;

    for (size_t at = 0; at < LARGEST_IMAGE; at += sizeof(data)) {
        dfu_request(device, DFU_DNLOAD, number++, data, sizeof(data));
        dfu_expect_status(device, DFU_OK, DFU_DNLOAD_IDLE);
    }
    dfu_request(device, DFU_DNLOAD, number, data, 1);
    dfu_expect_status(device, DFU_ERR_ADDRESS, DFU_ERROR);
    clear(device);
}

void dfu_check(const struct device *device)
{
    dfu_expect_status(device, DFU_OK, DFU_IDLE);
    check_numbers(device);
    check_order(device);
    check_abort(device);
    check_capacity(device);
}
