/* What the host asks the two bulk endpoints to do. */
#ifndef BULK_H
#define BULK_H

#include "../benchmark.h"

void bulk_send(const struct bulk_plan *plan);
void bulk_receive(const struct bulk_plan *plan);

#endif
