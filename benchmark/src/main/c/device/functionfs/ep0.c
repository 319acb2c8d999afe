#include "../ep0.h"

#include <errno.h>
#include <unistd.h>

#include "../../trouble.h"

/* To go against the direction of the data stage stalls the request, and EL2HLT says that it did. */
void ep0_stall(int ep0, const struct usb_ctrlrequest *setup)
{
    ssize_t result = setup->bRequestType & USB_DIR_IN ? read(ep0, NULL, 0) : write(ep0, NULL, 0);

    if (result < 0 && errno != EL2HLT)
        fail_with_errno("cannot stall a request");
}

void ep0_send(int ep0, const struct usb_ctrlrequest *setup, const void *data, size_t length)
{
    if (write(ep0, data, setup->wLength < length ? setup->wLength : length) < 0)
        fail_with_errno("cannot answer an IN request");
}

/* Reading the data stage completes the status stage, too; reading nothing does so where there is none. */
void ep0_receive(int ep0, const struct usb_ctrlrequest *setup, void *data)
{
    if (read(ep0, data, setup->wLength) < 0)
        fail_with_errno("cannot answer an OUT request");
}
