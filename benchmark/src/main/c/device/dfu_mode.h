/* The interface in DFU mode: the states of DFU 1.1, and a memory that takes no time. */
#ifndef DFU_MODE_H
#define DFU_MODE_H

#include <linux/usb/ch9.h>

/* Answers a request of type class to the DFU interface. */
void dfu_mode_request(int ep0, const struct usb_ctrlrequest *setup);

#endif
