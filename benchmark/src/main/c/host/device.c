#include "device.h"

#include <linux/usb/ch9.h>
#include <linux/usbdevice_fs.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "../trouble.h"

#define TIMEOUT_MILLIS 5000
#define LONGEST_DESCRIPTORS 1024

static void read_endpoint(struct device *device, const struct usb_endpoint_descriptor *endpoint)
{
    if (endpoint->bEndpointAddress & USB_DIR_IN)
        device->in = endpoint->bEndpointAddress;
    else
        device->out = endpoint->bEndpointAddress;
}

/* Read from its file, usbfs gives all of the device's descriptors. */
static void find_endpoints(struct device *device)
{
    unsigned char descriptors[LONGEST_DESCRIPTORS];
    ssize_t length = read(device->file, descriptors, sizeof(descriptors));

    if (length < 0)
        fail_with_errno("cannot read the device's descriptors");
    for (ssize_t at = 0; at < length; at += descriptors[at])
        if (descriptors[at + 1] == USB_DT_ENDPOINT)
            read_endpoint(device, (const struct usb_endpoint_descriptor *)(descriptors + at));
    if (device->in == 0 || device->out == 0)
        fail("the device lacks a bulk endpoint");
}

struct device device_open(int file)
{
    struct device device = {.file = file};
    unsigned int interface = 0;

    if (ioctl(file, USBDEVFS_CLAIMINTERFACE, &interface) < 0)
        fail_with_errno("cannot claim the device's interface");
    find_endpoints(&device);
    return device;
}

static void control(const struct device *device, uint8_t direction, enum benchmark_request request, void *data,
                    uint16_t length)
{
    struct usbdevfs_ctrltransfer transfer = {
        .bRequestType = direction | USB_TYPE_VENDOR | USB_RECIP_INTERFACE,
        .bRequest = request,
        .wLength = length,
        .timeout = TIMEOUT_MILLIS,
        .data = data,
    };
    int result = ioctl(device->file, USBDEVFS_CONTROL, &transfer);

    if (result < 0)
        fail_with_errno("the device does not answer request %d", request);
    if (result != length)
        fail("the device answers request %d with %d bytes, and not %d", request, result, length);
}

void device_in(const struct device *device, enum benchmark_request request, void *data, uint16_t length)
{
    control(device, USB_DIR_IN, request, data, length);
}

void device_out(const struct device *device, enum benchmark_request request, void *data, uint16_t length)
{
    control(device, USB_DIR_OUT, request, data, length);
}
