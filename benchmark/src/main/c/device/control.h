/* Endpoint zero. */
#ifndef CONTROL_H
#define CONTROL_H

#include <linux/usb/ch9.h>

/* Answers a request to an interface. */
void control_request(int ep0, const struct usb_ctrlrequest *setup);

#endif
