#include "chapter9.h"

#include <stdint.h>

#include "../../benchmark.h"
#include "../ep0.h"
#include "../function.h"

static const struct usb_device_descriptor device = {
    .bLength = USB_DT_DEVICE_SIZE,
    .bDescriptorType = USB_DT_DEVICE,
    .bcdUSB = 0x0200,
    .bMaxPacketSize0 = 64,
    .idVendor = ID_VENDOR,
    .idProduct = ID_PRODUCT,
    .bNumConfigurations = 1,
};

static const struct {
    uint8_t configuration[USB_DT_CONFIG_SIZE];
    struct function function;
} __attribute__((packed)) configuration = {
    .configuration = {USB_DT_CONFIG_SIZE, USB_DT_CONFIG, sizeof(configuration), 0, 2, 1, 0, USB_CONFIG_ATT_ONE, 250},
    .function = FUNCTION(HIGH_SPEED_PACKET),
};

_Static_assert(sizeof(configuration) <= UINT8_MAX, "the high byte of wTotalLength is 0");

static void get_descriptor(int ep0, const struct usb_ctrlrequest *setup)
{
    switch (setup->wValue) {
    case USB_DT_DEVICE << 8:
        ep0_send(ep0, setup, &device, sizeof(device));
        break;
    case USB_DT_CONFIG << 8:
        ep0_send(ep0, setup, &configuration, sizeof(configuration));
        break;
    default:
        ep0_stall(ep0, setup);
    }
}

void chapter9_request(int ep0, const struct usb_ctrlrequest *setup)
{
    static const uint16_t status;

    switch (setup->bRequest) {
    case USB_REQ_GET_DESCRIPTOR:
        get_descriptor(ep0, setup);
        break;
    case USB_REQ_GET_STATUS:
        ep0_send(ep0, setup, &status, sizeof(status));
        break;
    case USB_REQ_SET_CONFIGURATION:
    case USB_REQ_SET_INTERFACE:
        ep0_receive(ep0, setup, NULL);
        break;
    default:
        ep0_stall(ep0, setup);
    }
}
