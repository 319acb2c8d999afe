/*
 * The device that the Java one is compared with, on vhci-hcd: the same interfaces, requests and transfers, through the same
 * kind of socket, and waiting in one poll(2) where that waits in one epoll_wait(2).
 */
#include <stdio.h>

#include "../control.h"
#include "chapter9.h"
#include "endpoints.h"
#include "port.h"
#include "urb.h"

static void answer(int socket, const struct urb *urb)
{
    if (urb->endpoint > 0)
        endpoints_transfer(socket, urb);
    else if ((urb->setup.bRequestType & USB_TYPE_MASK) == USB_TYPE_STANDARD)
        chapter9_request(socket, &urb->setup);
    else
        control_request(socket, &urb->setup);
}

int main(void)
{
    int socket = port_attach();

    puts("bound");
    fflush(stdout);
    for (;;) {
        struct urb urb = urb_next(socket);

        answer(socket, &urb);
    }
}
