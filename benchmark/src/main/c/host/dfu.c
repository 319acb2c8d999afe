#include "dfu.h"

#include <errno.h>
#include <linux/usb/ch9.h>
#include <string.h>

#include "../trouble.h"

static int transfer(const struct device *device, enum dfu_request request, uint16_t wValue, void *data, uint16_t length)
{
    bool is_in = request == DFU_UPLOAD || request == DFU_GETSTATUS || request == DFU_GETSTATE;
    struct usb_ctrlrequest setup = {
        .bRequestType = (is_in ? USB_DIR_IN : USB_DIR_OUT) | USB_TYPE_CLASS | USB_RECIP_INTERFACE,
        .bRequest = request,
        .wValue = wValue,
        .wIndex = DFU_INTERFACE,
        .wLength = length,
    };

    return device_control(device, &setup, data);
}

uint16_t dfu_request(const struct device *device, enum dfu_request request, uint16_t wValue, void *data,
                     uint16_t length)
{
    int result = transfer(device, request, wValue, data, length);

    if (result < 0)
        fail("the device does not answer DFU's request %d: %s", request, strerrorname_np(-result));
    return result;
}

void dfu_refused(const struct device *device, enum dfu_request request, uint16_t wValue, uint16_t length)
{
    unsigned char data[DFU_TRANSFER_SIZE] = {0};
    int result = transfer(device, request, wValue, data, length);

    if (result != -EPIPE)
        fail("DFU's request %d with %d bytes is not refused, as it should be: %d", request, length, result);
}

void dfu_expect_status(const struct device *device, enum dfu_status status, enum dfu_state state)
{
    struct dfu_status_response expected = {.bStatus = status, .bState = state};
    struct dfu_status_response response;
    uint16_t length = dfu_request(device, DFU_GETSTATUS, 0, &response, sizeof(response));

    if (length != sizeof(response))
        fail("the answer to GETSTATUS has %d bytes", length);
    if (memcmp(&response, &expected, sizeof(response)) != 0)
        fail("the device is in state %d with status %d and a time-out of %d, and not in state %d with status %d",
             response.bState, response.bStatus, response.bwPollTimeout[0], state, status);
}

void dfu_expect_state(const struct device *device, enum dfu_state state)
{
    uint8_t bState;
    uint16_t length = dfu_request(device, DFU_GETSTATE, 0, &bState, sizeof(bState));

    if (length != sizeof(bState) || bState != state)
        fail("the device is in state %d, and not %d", bState, state);
}
