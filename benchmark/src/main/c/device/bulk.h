/* The two bulk endpoints. */
#ifndef BULK_H
#define BULK_H

#include "../benchmark.h"

/* Opens the endpoints' files, and returns what is readable when a transfer is over. */
int bulk_open(const char *functionfs);

void bulk_send(const struct bulk_plan *plan);
void bulk_receive(const struct bulk_plan *plan);

/* Handles transfers that are over. */
void bulk_completed(void);

#endif
