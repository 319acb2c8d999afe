/* vhci-hcd, the kernel's host controller for devices at the other end of a socket. */
#ifndef PORT_H
#define PORT_H

/* Plugs the device into a free port, and returns its end of the socket. */
int port_attach(void);

#endif
