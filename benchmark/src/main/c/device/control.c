#include "control.h"

#include "../benchmark.h"
#include "../dfu.h"
#include "bulk.h"
#include "dfu_mode.h"
#include "ep0.h"

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

void control_request(int ep0, const struct usb_ctrlrequest *setup)
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
