/* What the kernel says about its devices, as udev hears it. */
#ifndef UEVENTS_H
#define UEVENTS_H

/* Begins to listen, and returns what is readable when there is something to hear. */
int uevents_open(void);

/* Returns the file of the benchmark's device in usbfs if the host has just configured it, else -1. */
int uevents_configured_device(int uevents);

#endif
