#include "../ep0.h"

#include "urb.h"

void ep0_stall(int ep0, const struct usb_ctrlrequest *setup)
{
    (void)setup;
    urb_stall(ep0);
}

void ep0_send(int ep0, const struct usb_ctrlrequest *setup, const void *data, size_t length)
{
    urb_end(ep0, data, setup->wLength < length ? setup->wLength : length);
}

void ep0_receive(int ep0, const struct usb_ctrlrequest *setup, void *data)
{
    urb_receive(ep0, data);
    urb_end(ep0, NULL, setup->wLength);
}
