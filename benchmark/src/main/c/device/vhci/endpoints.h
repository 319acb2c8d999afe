/* The two bulk endpoints. */
#ifndef ENDPOINTS_H
#define ENDPOINTS_H

#include "urb.h"

/* Makes a transfer of the plan in which it must be. */
void endpoints_transfer(int socket, const struct urb *urb);

#endif
