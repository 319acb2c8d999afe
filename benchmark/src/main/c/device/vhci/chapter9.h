/* What the kernel answers for a device on FunctionFS: USB 2.0, chapter 9, as much of it as Linux asks for. */
#ifndef CHAPTER9_H
#define CHAPTER9_H

#include <linux/usb/ch9.h>

/* Answers a standard request. */
void chapter9_request(int ep0, const struct usb_ctrlrequest *setup);

#endif
