/* The device as a host sees it, through usbfs. */
#ifndef DEVICE_H
#define DEVICE_H

#include <linux/usb/ch9.h>
#include <stdint.h>

#include "../benchmark.h"

struct device {
    int file;
    uint8_t in; /* the addresses of its bulk endpoints */
    uint8_t out;
};

/* Claims the interfaces, and reads which endpoints it has. */
struct device device_open(int file);

/* Makes a control transfer, and returns the length of its data stage or the negative errno. */
int device_control(const struct device *device, const struct usb_ctrlrequest *setup, void *data);

/* Makes a vendor request to interface 0. */
void device_in(const struct device *device, enum benchmark_request request, void *data, uint16_t length);
void device_out(const struct device *device, enum benchmark_request request, void *data, uint16_t length);

#endif
