/*
 * One pass over all that is measured while the device serves. Each figure is a line of three columns: what was done, which
 * figure it is, and its value.
 */
#ifndef MEASUREMENTS_H
#define MEASUREMENTS_H

#include <stdio.h>

#include "device.h"
#include "process.h"

/* Makes a pass, and writes its figures to where they go; nowhere if that is NULL. */
void measurements_pass(const struct device *device, const struct process *process, FILE *figures);

#endif
