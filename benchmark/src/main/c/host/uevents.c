#include "uevents.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/netlink.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "../benchmark.h"
#include "../trouble.h"

#define KERNEL_GROUP 1
#define LONGEST_MESSAGE 8192

int uevents_open(void)
{
    struct sockaddr_nl address = {.nl_family = AF_NETLINK, .nl_groups = KERNEL_GROUP};
    int uevents = socket(AF_NETLINK, SOCK_DGRAM | SOCK_CLOEXEC, NETLINK_KOBJECT_UEVENT);

    if (uevents < 0 || bind(uevents, (struct sockaddr *)&address, sizeof(address)) < 0)
        fail_with_errno("cannot listen to the kernel's events");
    return uevents;
}

/* A message is a headline and then NAME=VALUE, each ended by a zero. */
static const char *value_of(const char *message, size_t length, const char *name)
{
    size_t name_length = strlen(name);

    for (const char *at = message; at < message + length; at += strlen(at) + 1)
        if (strncmp(at, name, name_length) == 0 && at[name_length] == '=')
            return at + name_length + 1;
    return "";
}

/* A driver is bound to the device as a whole once its configuration is chosen. */
static bool is_configured_device(const char *message, size_t length)
{
    char product[32];

    snprintf(product, sizeof(product), "%x/%x/", ID_VENDOR, ID_PRODUCT);
    return strcmp(value_of(message, length, "ACTION"), "bind") == 0 &&
           strcmp(value_of(message, length, "DEVTYPE"), "usb_device") == 0 &&
           strncmp(value_of(message, length, "PRODUCT"), product, strlen(product)) == 0;
}

int uevents_configured_device(int uevents)
{
    char message[LONGEST_MESSAGE];
    char path[64];
    ssize_t length = recv(uevents, message, sizeof(message) - 1, 0);
    int device;

    if (length < 0)
        fail_with_errno("cannot hear the kernel's events");
    message[length] = '\0';
    if (!is_configured_device(message, length))
        return -1;
    snprintf(path, sizeof(path), "/dev/bus/usb/%s/%s", value_of(message, length, "BUSNUM"),
             value_of(message, length, "DEVNUM"));
    device = open(path, O_RDWR | O_CLOEXEC);
    if (device < 0)
        fail_with_errno("cannot open %s", path);
    return device;
}
