#include "port.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../../trouble.h"

#define VHCI "/sys/devices/platform/vhci_hcd.0"
#define LONGEST_LINE 256

/* VDEV_ST_NULL of the kernel's usbip_common.h. */
#define PORT_IS_FREE 4
/* USB_SPEED_HIGH of linux/usb/ch9.h, and any bus and device number. */
#define HIGH_SPEED 3
#define DEVID 0x10001

/* A line of the file is a port: the kind of its hub, hs or ss, its number, its status, and what is plugged in. */
static int free_port(void)
{
    FILE *status = fopen(VHCI "/status", "re");
    char line[LONGEST_LINE];
    int port = -1;

    if (status == NULL)
        fail_with_errno("cannot open %s", VHCI "/status");
    while (port < 0 && fgets(line, sizeof(line), status) != NULL) {
        int number;
        int is;

        if (sscanf(line, "hs %d %d", &number, &is) == 2 && is == PORT_IS_FREE)
            port = number;
    }
    fclose(status);
    if (port < 0)
        fail("no port of %s is free", VHCI);
    return port;
}

int port_attach(void)
{
    int attach = open(VHCI "/attach", O_WRONLY | O_CLOEXEC);
    int sockets[2];

    if (attach < 0)
        fail_with_errno("cannot open %s", VHCI "/attach");
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets) < 0)
        fail_with_errno("cannot make a pair of sockets");
    if (dprintf(attach, "%d %d %d %d", free_port(), sockets[0], DEVID, HIGH_SPEED) < 0)
        fail_with_errno("cannot plug the device in");
    close(attach);
    close(sockets[0]);
    return sockets[1];
}
