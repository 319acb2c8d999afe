/*
 * Preloaded into fwupd, and into nothing else. libusb up to 1.0.26 and fwupd both bind a netlink socket to the address that is
 * the number of their process, and of two only the first can have it: fwupd then learns of no device that comes while it runs,
 * such as the one in DFU mode. With 0 the kernel gives each socket an address of its own; a newer libusb asks for that itself.
 */
#include <dlfcn.h>
#include <linux/netlink.h>
#include <sys/socket.h>

int bind(int socket, const struct sockaddr *address, socklen_t length)
{
    int (*next)(int, const struct sockaddr *, socklen_t) = dlsym(RTLD_NEXT, "bind");
    struct sockaddr_nl any;

    if (address->sa_family != AF_NETLINK || length != sizeof(any))
        return next(socket, address, length);
    any = *(const struct sockaddr_nl *)address;
    any.nl_pid = 0;
    return next(socket, (const struct sockaddr *)&any, sizeof(any));
}
