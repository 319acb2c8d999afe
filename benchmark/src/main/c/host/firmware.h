/* Firmware on its way to the device and back, in the requests that dfu-util makes. */
#ifndef FIRMWARE_H
#define FIRMWARE_H

#include <stddef.h>

#include "device.h"

/* Makes an image that no device has seen yet. */
void firmware_renew(size_t length);

/* Downloads it in blocks of that size, and returns the seconds that took. */
double firmware_download(const struct device *device, uint16_t block);

/* Uploads it, until a block is short, and returns the seconds that took. What comes has to be what went. */
double firmware_upload(const struct device *device, uint16_t block);

#endif
