/* What the host sees of the device's configuration. */
#ifndef FUNCTION_H
#define FUNCTION_H

#include <linux/usb/functionfs.h>
#include <stdint.h>

#include "../dfu.h"

#define FULL_SPEED_PACKET 64
#define HIGH_SPEED_PACKET 512

#define DFU_SUBCLASS 1
#define DFU_MODE_PROTOCOL 2
#define DFU_FUNCTIONAL_DESCRIPTOR 0x21
#define DFU_CAN_DNLOAD 1
#define DFU_CAN_UPLOAD 2
#define DFU_MANIFESTATION_TOLERANT 4

/* DFU 1.1, table 4.2. */
struct functional_descriptor {
    uint8_t bLength;
    uint8_t bDescriptorType;
    uint8_t bmAttributes;
    uint16_t wDetachTimeOut;
    uint16_t wTransferSize;
    uint16_t bcdDFUVersion;
} __attribute__((packed));

/* An interface with a bulk endpoint each way, and one in DFU mode, at one speed. */
struct function {
    struct usb_interface_descriptor interface;
    struct usb_endpoint_descriptor_no_audio in;
    struct usb_endpoint_descriptor_no_audio out;
    struct usb_interface_descriptor dfu;
    struct functional_descriptor functional;
} __attribute__((packed));

#define FUNCTION(packet)                                                                                               \
    {                                                                                                                  \
        .interface =                                                                                                   \
            {                                                                                                          \
                .bLength = sizeof(struct usb_interface_descriptor),                                                    \
                .bDescriptorType = USB_DT_INTERFACE,                                                                   \
                .bNumEndpoints = 2,                                                                                    \
                .bInterfaceClass = USB_CLASS_VENDOR_SPEC,                                                              \
            },                                                                                                         \
        .in =                                                                                                          \
            {                                                                                                          \
                .bLength = sizeof(struct usb_endpoint_descriptor_no_audio),                                            \
                .bDescriptorType = USB_DT_ENDPOINT,                                                                    \
                .bEndpointAddress = 1 | USB_DIR_IN,                                                                    \
                .bmAttributes = USB_ENDPOINT_XFER_BULK,                                                                \
                .wMaxPacketSize = (packet),                                                                            \
            },                                                                                                         \
        .out =                                                                                                         \
            {                                                                                                          \
                .bLength = sizeof(struct usb_endpoint_descriptor_no_audio),                                            \
                .bDescriptorType = USB_DT_ENDPOINT,                                                                    \
                .bEndpointAddress = 2 | USB_DIR_OUT,                                                                   \
                .bmAttributes = USB_ENDPOINT_XFER_BULK,                                                                \
                .wMaxPacketSize = (packet),                                                                            \
            },                                                                                                         \
        .dfu =                                                                                                         \
            {                                                                                                          \
                .bLength = sizeof(struct usb_interface_descriptor),                                                    \
                .bDescriptorType = USB_DT_INTERFACE,                                                                   \
                .bInterfaceNumber = DFU_INTERFACE,                                                                     \
                .bInterfaceClass = USB_CLASS_APP_SPEC,                                                                 \
                .bInterfaceSubClass = DFU_SUBCLASS,                                                                    \
                .bInterfaceProtocol = DFU_MODE_PROTOCOL,                                                               \
            },                                                                                                         \
        .functional = {                                                                                                \
            .bLength = sizeof(struct functional_descriptor),                                                           \
            .bDescriptorType = DFU_FUNCTIONAL_DESCRIPTOR,                                                              \
            .bmAttributes = DFU_CAN_DNLOAD | DFU_CAN_UPLOAD | DFU_MANIFESTATION_TOLERANT,                              \
            .wDetachTimeOut = 1000,                                                                                    \
            .wTransferSize = DFU_TRANSFER_SIZE,                                                                        \
            .bcdDFUVersion = 0x0110,                                                                                   \
        },                                                                                                             \
    }

#endif
