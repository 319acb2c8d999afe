/*
 * The device that the Java one is compared with: the same interfaces, requests and transfers, through the same files, and
 * waiting in one poll(2) where that waits in one epoll_wait(2).
 */
#include <fcntl.h>
#include <linux/usb/functionfs.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../../trouble.h"
#include "../control.h"
#include "descriptors.h"
#include "endpoints.h"

/* FunctionFS's own queue is that long. */
#define MOST_EVENTS 4

static int open_for_both(const char *directory, const char *name)
{
    char path[4096];
    int file;

    snprintf(path, sizeof(path), "%s/%s", directory, name);
    file = open(path, O_RDWR | O_CLOEXEC);
    if (file < 0)
        fail_with_errno("cannot open %s", path);
    return file;
}

static void bind_gadget(const char *gadget, const char *controller)
{
    int udc = open_for_both(gadget, "UDC");

    if (write(udc, controller, strlen(controller)) < 0)
        fail_with_errno("cannot bind the gadget %s to %s", gadget, controller);
    close(udc);
}

static void answer(int ep0)
{
    struct usb_functionfs_event events[MOST_EVENTS];
    ssize_t length = read(ep0, events, sizeof(events));

    if (length < 0)
        fail_with_errno("cannot read USB events");
    for (size_t i = 0; i < (size_t)length / sizeof(events[0]); i++)
        if (events[i].type == FUNCTIONFS_SETUP)
            control_request(ep0, &events[i].u.setup);
}

static _Noreturn void serve(int ep0, int completions)
{
    struct pollfd waited_for[] = {
        {.fd = ep0, .events = POLLIN},
        {.fd = completions, .events = POLLIN},
    };

    for (;;) {
        if (poll(waited_for, 2, -1) < 0)
            fail_with_errno("cannot wait for USB events");
        if (waited_for[1].revents)
            endpoints_completed();
        if (waited_for[0].revents)
            answer(ep0);
    }
}

int main(int argc, char **argv)
{
    int ep0;
    int completions;

    if (argc != 4) {
        fprintf(stderr, "usage: device-functionfs FUNCTIONFS GADGET CONTROLLER\n");
        return 2;
    }
    ep0 = open_for_both(argv[1], "ep0");
    descriptors_write(ep0);
    completions = endpoints_open(argv[1]);
    bind_gadget(argv[2], argv[3]);
    puts("bound");
    fflush(stdout);
    serve(ep0, completions);
}
