/*
 * What is measured. Each figure is a line of four columns: which device, what was done, which figure it is, and its value.
 */
#ifndef MEASUREMENTS_H
#define MEASUREMENTS_H

#include <stdint.h>
#include <stdio.h>

#include "subject.h"

#define SUBJECTS 2

/*
 * Lets a device do each kind of thing as often as it wants to, uncounted: what is interpreted at first is compiled once
 * it was done often enough.
 */
void measurements_warm_up(const struct subject *subject);

/*
 * Makes a pass over all that is done with the devices, and writes its figures. Of each kind of bulk transfer with one in
 * flight it makes as many as given, of those beyond a page as many as have the same bytes; with more in flight, so many for
 * each.
 */
void measurements_pass(const struct subject *subjects, uint32_t transfers, FILE *figures);

/* Writes what there is to say of their processes. */
void measurements_of_processes(const struct subject *subjects, FILE *figures);

#endif
