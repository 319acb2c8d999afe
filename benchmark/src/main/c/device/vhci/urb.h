/*
 * The transfers that the host asks for. Each is answered before the next one is read: this device never waits for anything
 * else.
 */
#ifndef URB_H
#define URB_H

#include <linux/usb/ch9.h>
#include <stdbool.h>
#include <stdint.h>

struct urb {
    uint32_t endpoint;
    bool is_in;
    uint32_t length; /* the host wants at most so many bytes, or sends them */
    struct usb_ctrlrequest setup; /* endpoint zero only */
};

/* Waits for a transfer. */
struct urb urb_next(int socket);

/* Reads all data of an OUT transfer. */
void urb_receive(int socket, void *data);

/* Ends the transfer: with data if it is an IN transfer, of which there may be less than the host wants. */
void urb_end(int socket, const void *data, uint32_t length);

/* Ends it with a stall, before its data are read. */
void urb_stall(int socket);

#endif
