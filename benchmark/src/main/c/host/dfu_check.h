/* What is not measured of DFU, but has to be the same. */
#ifndef DFU_CHECK_H
#define DFU_CHECK_H

#include "device.h"

/* Has the device refuse and abort, and ends the program if it does not do it as DFU 1.1 says. */
void dfu_check(const struct device *device);

#endif
