#include "control.h"

#include <errno.h>
#include <linux/usb/functionfs.h>
#include <unistd.h>

#include "../benchmark.h"
#include "../trouble.h"
#include "bulk.h"

/* FunctionFS's own queue is that long. */
#define MOST_EVENTS 4

/* To go against the direction of the data stage stalls the request, and EL2HLT says that it did. */
static void stall(int ep0, const struct usb_ctrlrequest *setup)
{
    ssize_t result = setup->bRequestType & USB_DIR_IN ? read(ep0, NULL, 0) : write(ep0, NULL, 0);

    if (result < 0 && errno != EL2HLT)
        fail_with_errno("cannot stall a request");
}

static void send(int ep0, const struct usb_ctrlrequest *setup, const void *data, size_t length)
{
    if (write(ep0, data, setup->wLength < length ? setup->wLength : length) < 0)
        fail_with_errno("cannot answer an IN request");
}

/* Reading the data stage completes the status stage, too; reading nothing does so where there is none. */
static void receive(int ep0, const struct usb_ctrlrequest *setup, void *data)
{
    if (read(ep0, data, setup->wLength) < 0)
        fail_with_errno("cannot answer an OUT request");
}

static void answer_in(int ep0, const struct usb_ctrlrequest *setup)
{
    static const unsigned char data[CONTROL_LENGTH];
    /* Nothing here is allocated once the device is bound. */
    static const struct allocated nothing;

    switch (setup->bRequest) {
    case READ:
        send(ep0, setup, data, sizeof(data));
        break;
    case ALLOCATED:
        send(ep0, setup, &nothing, sizeof(nothing));
        break;
    default:
        stall(ep0, setup);
    }
}

static void answer_out(int ep0, const struct usb_ctrlrequest *setup)
{
    static unsigned char data[CONTROL_LENGTH];
    struct bulk_plan plan;

    if (setup->bRequest == WRITE && setup->wLength <= sizeof(data)) {
        receive(ep0, setup, data);
    } else if (setup->bRequest == SEND && setup->wLength == sizeof(plan)) {
        receive(ep0, setup, &plan);
        bulk_send(&plan);
    } else if (setup->bRequest == RECEIVE && setup->wLength == sizeof(plan)) {
        receive(ep0, setup, &plan);
        bulk_receive(&plan);
    } else {
        stall(ep0, setup);
    }
}

static void answer(int ep0, const struct usb_ctrlrequest *setup)
{
    if (setup->bRequestType == (USB_DIR_IN | USB_TYPE_VENDOR | USB_RECIP_INTERFACE))
        answer_in(ep0, setup);
    else if (setup->bRequestType == (USB_DIR_OUT | USB_TYPE_VENDOR | USB_RECIP_INTERFACE))
        answer_out(ep0, setup);
    else
        stall(ep0, setup);
}

void control_events(int ep0)
{
    struct usb_functionfs_event events[MOST_EVENTS];
    ssize_t length = read(ep0, events, sizeof(events));

    if (length < 0)
        fail_with_errno("cannot read USB events");
    for (size_t i = 0; i < (size_t)length / sizeof(events[0]); i++)
        if (events[i].type == FUNCTIONFS_SETUP)
            answer(ep0, &events[i].u.setup);
}
