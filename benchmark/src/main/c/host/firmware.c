#include "firmware.h"

#include <string.h>

#include "../trouble.h"
#include "dfu.h"
#include "stopwatch.h"

static unsigned char image[LARGEST_IMAGE];
static size_t image_length;

static unsigned char uploaded[LARGEST_IMAGE + DFU_TRANSFER_SIZE];

void firmware_renew(size_t length)
{
    static uint32_t random;

    if (length > LARGEST_IMAGE)
        fail("an image of %zu bytes does not fit into the device", length);
    image_length = length;
    for (size_t i = 0; i < length; i++) {
        random = random * 1664525 + 1013904223;
        image[i] = random >> 24;
    }
}

double firmware_download(const struct device *device, uint16_t block)
{
    int64_t start = stopwatch_now();
    uint16_t number = 0;

    for (size_t at = 0; at < image_length; at += block) {
        uint16_t length = image_length - at < block ? image_length - at : block;

        dfu_request(device, DFU_DNLOAD, number++, image + at, length);
        dfu_expect_status(device, DFU_OK, DFU_DNLOAD_IDLE);
    }
    dfu_request(device, DFU_DNLOAD, number, NULL, 0);
    dfu_expect_status(device, DFU_OK, DFU_IDLE);
    return stopwatch_seconds(stopwatch_now() - start);
}

double firmware_upload(const struct device *device, uint16_t block)
{
    int64_t start = stopwatch_now();
    size_t total = 0;
    uint16_t number = 0;
    uint16_t length;
    double seconds;

    do {
        length = dfu_request(device, DFU_UPLOAD, number++, uploaded + total, block);
        total += length;
    } while (length == block && total <= image_length);
    seconds = stopwatch_seconds(stopwatch_now() - start);
    if (total != image_length)
        fail("the device gives %zu bytes, and not %zu", total, image_length);
    if (memcmp(uploaded, image, image_length) != 0)
        fail("the device gives other bytes than it got");
    dfu_expect_state(device, DFU_IDLE);
    return seconds;
}
