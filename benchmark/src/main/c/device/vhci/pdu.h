/* The messages of USB/IP, as Documentation/usb/usbip_protocol.rst has them. All numbers are big-endian. */
#ifndef PDU_H
#define PDU_H

#include <linux/usb/ch9.h>
#include <stdint.h>

enum pdu_command {
    CMD_SUBMIT = 1,
    CMD_UNLINK = 2,
    RET_SUBMIT = 3,
    RET_UNLINK = 4,
};

/* What the host sends: CMD_SUBMIT, which data follow if they go out, or CMD_UNLINK, of which the rest is of no use here. */
struct pdu_request {
    uint32_t command;
    uint32_t seqnum;
    uint32_t devid;
    uint32_t direction; /* 0 is out */
    uint32_t endpoint;
    uint32_t flags;
    uint32_t length;
    uint32_t start_frame;
    uint32_t packets;
    uint32_t interval;
    struct usb_ctrlrequest setup;
};

/* What the device sends: RET_SUBMIT, which data follow if they come in, or RET_UNLINK. */
struct pdu_answer {
    uint32_t command;
    uint32_t seqnum;
    uint32_t not_used[3];
    uint32_t status; /* 0 or a negative errno */
    uint32_t length;
    uint32_t nor_used[5];
};

_Static_assert(sizeof(struct pdu_request) == 48, "a request has 48 bytes");
_Static_assert(sizeof(struct pdu_answer) == 48, "an answer has 48 bytes");

#endif
