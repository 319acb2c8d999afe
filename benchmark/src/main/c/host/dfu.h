/* DFU as a host speaks it, with a device that is never busy. */
#ifndef HOST_DFU_H
#define HOST_DFU_H

#include <stdbool.h>

#include "../dfu.h"
#include "device.h"

/*
 * Makes a request to the DFU interface, and returns the length of its data stage. To be refused ends the program, as does all
 * that follows if it is not as it should be.
 */
uint16_t dfu_request(const struct device *device, enum dfu_request request, uint16_t wValue, void *data,
                     uint16_t length);

/* Makes a request that the device has to refuse. */
void dfu_refused(const struct device *device, enum dfu_request request, uint16_t wValue, uint16_t length);

/* Asks for the status: the device is in that state, and ready for the next request. */
void dfu_expect_status(const struct device *device, enum dfu_status status, enum dfu_state state);

/* Asks for the state alone. */
void dfu_expect_state(const struct device *device, enum dfu_state state);

#endif
