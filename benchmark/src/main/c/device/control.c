#include "control.h"

#include <linux/usb/functionfs.h>
#include <unistd.h>

#include "../benchmark.h"
#include "../dfu.h"
#include "../trouble.h"
#include "bulk.h"
#include "dfu_mode.h"
#include "ep0.h"

/* FunctionFS's own queue is that long. */
#define MOST_EVENTS 4

static void answer_in(int ep0, const struct usb_ctrlrequest *setup)
{
    static const unsigned char data[CONTROL_LENGTH];
    /* Nothing here is allocated once the device is bound. */
    static const struct allocated nothing;

    switch (setup->bRequest) {
    case READ:
        ep0_send(ep0, setup, data, sizeof(data));
        break;
    case ALLOCATED:
        ep0_send(ep0, setup, &nothing, sizeof(nothing));
        break;
    default:
        ep0_stall(ep0, setup);
    }
}

static void answer_out(int ep0, const struct usb_ctrlrequest *setup)
{
    static unsigned char data[CONTROL_LENGTH];
    struct bulk_plan plan;

    if (setup->bRequest == WRITE && setup->wLength <= sizeof(data)) {
        ep0_receive(ep0, setup, data);
    } else if (setup->bRequest == SEND && setup->wLength == sizeof(plan)) {
        ep0_receive(ep0, setup, &plan);
        bulk_send(&plan);
    } else if (setup->bRequest == RECEIVE && setup->wLength == sizeof(plan)) {
        ep0_receive(ep0, setup, &plan);
        bulk_receive(&plan);
    } else {
        ep0_stall(ep0, setup);
    }
}

static void answer(int ep0, const struct usb_ctrlrequest *setup)
{
    uint8_t type_and_recipient = setup->bRequestType & (USB_TYPE_MASK | USB_RECIP_MASK);

    if (type_and_recipient == (USB_TYPE_CLASS | USB_RECIP_INTERFACE) && setup->wIndex == DFU_INTERFACE)
        dfu_mode_request(ep0, setup);
    else if (type_and_recipient != (USB_TYPE_VENDOR | USB_RECIP_INTERFACE) || setup->wIndex != 0)
        ep0_stall(ep0, setup);
    else if (setup->bRequestType & USB_DIR_IN)
        answer_in(ep0, setup);
    else
        answer_out(ep0, setup);
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
