#include "bulk.h"

#include <linux/usbdevice_fs.h>
#include <poll.h>
#include <string.h>
#include <sys/ioctl.h>

#include "../trouble.h"
#include "stopwatch.h"

#define PATIENCE_MILLIS 60000

static unsigned char buffers[MOST_IN_FLIGHT][LARGEST_TRANSFER];

static void submit(const struct device *device, struct usbdevfs_urb *urb)
{
    if (ioctl(device->file, USBDEVFS_SUBMITURB, urb) < 0)
        fail_with_errno("cannot submit a transfer of %d bytes", urb->buffer_length);
}

static struct usbdevfs_urb *reap(const struct device *device)
{
    struct pollfd over = {.fd = device->file, .events = POLLOUT};
    struct usbdevfs_urb *urb;

    if (poll(&over, 1, PATIENCE_MILLIS) <= 0)
        fail("a bulk transfer takes longer than %d ms", PATIENCE_MILLIS);
    if (ioctl(device->file, USBDEVFS_REAPURBNDELAY, &urb) < 0)
        fail_with_errno("cannot reap a transfer");
    if (urb->status != 0)
        fail("a transfer failed: %s", strerrorname_np(-urb->status));
    if (urb->actual_length != urb->buffer_length)
        fail("a transfer has %d bytes, and not %d", urb->actual_length, urb->buffer_length);
    return urb;
}

double bulk_transfer(const struct device *device, uint8_t endpoint, const struct bulk_plan *plan)
{
    struct usbdevfs_urb urbs[MOST_IN_FLIGHT] = {0};
    int64_t start = stopwatch_now();
    uint32_t submitted;

    for (submitted = 0; submitted < plan->in_flight; submitted++) {
        urbs[submitted].type = USBDEVFS_URB_TYPE_BULK;
        urbs[submitted].endpoint = endpoint;
        urbs[submitted].buffer = buffers[submitted];
        urbs[submitted].buffer_length = plan->size;
        submit(device, &urbs[submitted]);
    }
    for (uint32_t over = 0; over < plan->count; over++) {
        struct usbdevfs_urb *urb = reap(device);

        if (submitted < plan->count) {
            submit(device, urb);
            submitted++;
        }
    }
    return stopwatch_seconds(stopwatch_now() - start);
}
