#include "device.h"

#include <errno.h>
#include <linux/usbdevice_fs.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "../dfu.h"
#include "../trouble.h"

/* That long because time flies while the board waits for the machine that it is emulated on. */
#define TIMEOUT_MILLIS 60000
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

static void claim(int file, unsigned int interface)
{
    if (ioctl(file, USBDEVFS_CLAIMINTERFACE, &interface) < 0)
        fail_with_errno("cannot claim the device's interface %u", interface);
}

struct device device_open(int file)
{
    struct device device = {.file = file};

    claim(file, 0);
    claim(file, DFU_INTERFACE);
    find_endpoints(&device);
    return device;
}

int device_control(const struct device *device, const struct usb_ctrlrequest *setup, void *data)
{
    struct usbdevfs_ctrltransfer transfer = {
        .bRequestType = setup->bRequestType,
        .bRequest = setup->bRequest,
        .wValue = setup->wValue,
        .wIndex = setup->wIndex,
        .wLength = setup->wLength,
        .timeout = TIMEOUT_MILLIS,
        .data = data,
    };
    int result = ioctl(device->file, USBDEVFS_CONTROL, &transfer);

    return result < 0 ? -errno : result;
}

static void vendor_request(const struct device *device, uint8_t direction, enum benchmark_request request, void *data,
                           uint16_t length)
{
    struct usb_ctrlrequest setup = {
        .bRequestType = direction | USB_TYPE_VENDOR | USB_RECIP_INTERFACE,
        .bRequest = request,
        .wLength = length,
    };
    int result = device_control(device, &setup, data);

    if (result < 0)
        fail("the device does not answer request %d: %s", request, strerrorname_np(-result));
    if (result != length)
        fail("the device answers request %d with %d bytes, and not %d", request, result, length);
}

void device_in(const struct device *device, enum benchmark_request request, void *data, uint16_t length)
{
    vendor_request(device, USB_DIR_IN, request, data, length);
}

void device_out(const struct device *device, enum benchmark_request request, void *data, uint16_t length)
{
    vendor_request(device, USB_DIR_OUT, request, data, length);
}
