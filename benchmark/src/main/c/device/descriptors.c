#include "descriptors.h"

#include <linux/usb/functionfs.h>
#include <stdint.h>
#include <unistd.h>

#include "../dfu.h"
#include "../trouble.h"

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

#define DESCRIPTORS_IN_FUNCTION 5

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

static const struct {
    struct usb_functionfs_descs_head_v2 head;
    uint32_t full_speed_count;
    uint32_t high_speed_count;
    struct function full_speed;
    struct function high_speed;
} __attribute__((packed)) descriptors = {
    .head =
        {
            .magic = FUNCTIONFS_DESCRIPTORS_MAGIC_V2,
            .length = sizeof(descriptors),
            .flags = FUNCTIONFS_HAS_FS_DESC | FUNCTIONFS_HAS_HS_DESC | FUNCTIONFS_ALL_CTRL_RECIP,
        },
    .full_speed_count = DESCRIPTORS_IN_FUNCTION,
    .high_speed_count = DESCRIPTORS_IN_FUNCTION,
    .full_speed = FUNCTION(FULL_SPEED_PACKET),
    .high_speed = FUNCTION(HIGH_SPEED_PACKET),
};

static const struct usb_functionfs_strings_head no_strings = {
    .magic = FUNCTIONFS_STRINGS_MAGIC,
    .length = sizeof(no_strings),
};

void descriptors_write(int ep0)
{
    if (write(ep0, &descriptors, sizeof(descriptors)) < 0)
        fail_with_errno("cannot write the descriptors to ep0");
    if (write(ep0, &no_strings, sizeof(no_strings)) < 0)
        fail_with_errno("cannot write the strings to ep0");
}
