/* The kernel's asynchronous I/O, io_submit(2): several transfers at once, and an eventfd that tells when one is over. */
#ifndef ASYNC_H
#define ASYNC_H

#include <linux/aio_abi.h>

/* Called when an operation is over, with the number of bytes or the negative errno. */
typedef void async_over(struct iocb *operation, long result);

/* Returns the eventfd. */
int async_open(void);

/* Returns 0 or the negative errno. The operation's file, direction, buffer and length are set. */
int async_submit(struct iocb *operation);

/* Calls back what is over; to be called when the eventfd is readable. */
void async_completed(async_over *over);

#endif
