/* The answers to a request that came out of ep0. */
#ifndef EP0_H
#define EP0_H

#include <linux/usb/ch9.h>
#include <stddef.h>

void ep0_stall(int ep0, const struct usb_ctrlrequest *setup);

/* Sends the data, or as much of them as the host asks for. */
void ep0_send(int ep0, const struct usb_ctrlrequest *setup, const void *data, size_t length);

/* Fetches the whole data stage, of wLength bytes; without one, just says that it is done. */
void ep0_receive(int ep0, const struct usb_ctrlrequest *setup, void *data);

#endif
