#include "dfu_mode.h"

#include <stdbool.h>
#include <stddef.h>

#include "../dfu.h"
#include "ep0.h"

/* There is room for a block that does not fit: it is taken, and refused when the host asks for the status. */
static unsigned char image[LARGEST_IMAGE + DFU_TRANSFER_SIZE];
static size_t image_length;

static enum dfu_state state = DFU_IDLE;
static enum dfu_status status = DFU_OK;

/* The block that is due. */
static uint16_t block_number;
static size_t block_offset;

static void refuse(int ep0, const struct usb_ctrlrequest *setup, enum dfu_status why)
{
    status = why;
    state = DFU_ERROR;
    ep0_stall(ep0, setup);
}

/* With which number a transfer begins is the host's choice. */
static void begin_transfer(const struct usb_ctrlrequest *setup)
{
    block_number = setup->wValue;
    block_offset = 0;
}

/* Refuses a block that is not due, or too long. */
static bool is_taken(int ep0, const struct usb_ctrlrequest *setup)
{
    if (setup->wValue != block_number)
        refuse(ep0, setup, DFU_ERR_ADDRESS);
    else if (setup->wLength > DFU_TRANSFER_SIZE)
        refuse(ep0, setup, DFU_ERR_STALLEDPKT);
    else
        return true;
    return false;
}

static void block_over(size_t length)
{
    block_number++;
    block_offset += length;
}

static void take_block(int ep0, const struct usb_ctrlrequest *setup)
{
    if (state == DFU_IDLE)
        begin_transfer(setup);
    if (!is_taken(ep0, setup))
        return;
    ep0_receive(ep0, setup, image + block_offset);
    if (block_offset + setup->wLength > LARGEST_IMAGE) {
        status = DFU_ERR_ADDRESS;
    } else {
        block_over(setup->wLength);
        image_length = block_offset;
    }
    state = DFU_DNLOAD_SYNC;
}

static void download(int ep0, const struct usb_ctrlrequest *setup)
{
    if (setup->wLength > 0 && (state == DFU_IDLE || state == DFU_DNLOAD_IDLE)) {
        take_block(ep0, setup);
    } else if (setup->wLength == 0 && state == DFU_DNLOAD_IDLE) {
        ep0_receive(ep0, setup, NULL);
        state = DFU_MANIFEST_SYNC;
    } else {
        refuse(ep0, setup, DFU_ERR_STALLEDPKT);
    }
}

static void upload(int ep0, const struct usb_ctrlrequest *setup)
{
    size_t length;

    if (state == DFU_IDLE) {
        begin_transfer(setup);
    } else if (state != DFU_UPLOAD_IDLE) {
        refuse(ep0, setup, DFU_ERR_STALLEDPKT);
        return;
    }
    if (!is_taken(ep0, setup))
        return;
    length = image_length - block_offset;
    if (length < setup->wLength) {
        state = DFU_IDLE;
    } else {
        length = setup->wLength;
        state = DFU_UPLOAD_IDLE;
    }
    ep0_send(ep0, setup, image + block_offset, length);
    block_over(length);
}

/* It tells the state that follows. */
static void get_status(int ep0, const struct usb_ctrlrequest *setup)
{
    struct dfu_status_response response = {.bStatus = status};

    if (status != DFU_OK)
        state = DFU_ERROR;
    else if (state == DFU_DNLOAD_SYNC)
        state = DFU_DNLOAD_IDLE;
    else if (state == DFU_MANIFEST_SYNC)
        state = DFU_IDLE;
    response.bState = state;
    ep0_send(ep0, setup, &response, sizeof(response));
}

static void get_state(int ep0, const struct usb_ctrlrequest *setup)
{
    uint8_t bState = state;

    ep0_send(ep0, setup, &bState, sizeof(bState));
}

static void go_idle(int ep0, const struct usb_ctrlrequest *setup, bool is_allowed)
{
    if (!is_allowed || setup->wLength > 0) {
        refuse(ep0, setup, DFU_ERR_STALLEDPKT);
        return;
    }
    ep0_receive(ep0, setup, NULL);
    status = DFU_OK;
    state = DFU_IDLE;
}

static void answer_in(int ep0, const struct usb_ctrlrequest *setup)
{
    switch (setup->bRequest) {
    case DFU_UPLOAD:
        upload(ep0, setup);
        break;
    case DFU_GETSTATUS:
        get_status(ep0, setup);
        break;
    case DFU_GETSTATE:
        get_state(ep0, setup);
        break;
    default:
        refuse(ep0, setup, DFU_ERR_STALLEDPKT);
    }
}

static void answer_out(int ep0, const struct usb_ctrlrequest *setup)
{
    switch (setup->bRequest) {
    case DFU_DNLOAD:
        download(ep0, setup);
        break;
    case DFU_CLRSTATUS:
        go_idle(ep0, setup, state == DFU_ERROR);
        break;
    case DFU_ABORT:
        go_idle(ep0, setup, state == DFU_IDLE || state == DFU_DNLOAD_IDLE || state == DFU_UPLOAD_IDLE);
        break;
    default:
        refuse(ep0, setup, DFU_ERR_STALLEDPKT);
    }
}

void dfu_mode_request(int ep0, const struct usb_ctrlrequest *setup)
{
    if (setup->bRequestType & USB_DIR_IN)
        answer_in(ep0, setup);
    else
        answer_out(ep0, setup);
}
