/* Bulk transfers as a host makes them, several at once. */
#ifndef HOST_BULK_H
#define HOST_BULK_H

#include "device.h"

/* Makes the transfers of the plan, of which the device knows already, and returns the seconds that took. */
double bulk_transfer(const struct device *device, uint8_t endpoint, const struct bulk_plan *plan);

#endif
