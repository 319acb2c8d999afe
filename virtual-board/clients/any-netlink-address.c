/*
 * Preloaded into fwupd. libusb 1.0.26 and fwupd both bind a netlink socket to the address that is the process's number, and
 * the second to do so fails: fwupd then learns of no device that comes while it runs. Here the kernel gives each an address.
 */
#include <dlfcn.h>
#include <linux/netlink.h>
#include <string.h>
#include <sys/socket.h>

typedef int bind_function(int socket, const struct sockaddr *address, socklen_t length);

int bind(int socket, const struct sockaddr *address, socklen_t length)
{
    bind_function *next = (bind_function *)dlsym(RTLD_NEXT, "bind");
    struct sockaddr_nl netlink;

    if (address->sa_family != AF_NETLINK || length != sizeof(netlink))
        return next(socket, address, length);
    memcpy(&netlink, address, sizeof(netlink));
    netlink.nl_pid = 0;
    return next(socket, (const struct sockaddr *)&netlink, sizeof(netlink));
}
