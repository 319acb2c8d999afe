#include "async.h"

#include <errno.h>
#include <stdint.h>
#include <sys/eventfd.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include "../../trouble.h"

#define MOST_OPERATIONS 256
#define MOST_AT_ONCE 32

static aio_context_t context;
static int completions;

int async_open(void)
{
    if (syscall(SYS_io_setup, MOST_OPERATIONS, &context) < 0)
        fail_with_errno("cannot set up asynchronous I/O");
    completions = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (completions < 0)
        fail_with_errno("cannot make an eventfd");
    return completions;
}

int async_submit(struct iocb *operation)
{
    struct iocb *list[] = {operation};

    operation->aio_flags = IOCB_FLAG_RESFD;
    operation->aio_resfd = completions;
    return syscall(SYS_io_submit, context, 1, list) < 0 ? -errno : 0;
}

void async_completed(async_over *over)
{
    static const struct timespec no_time;
    struct io_event events[MOST_AT_ONCE];
    uint64_t ended;
    long count;

    if (read(completions, &ended, sizeof(ended)) < 0)
        fail_with_errno("cannot read an eventfd");
    do {
        count = syscall(SYS_io_getevents, context, 0, MOST_AT_ONCE, events, &no_time);
        if (count < 0)
            fail_with_errno("cannot learn which transfers are over");
        for (long i = 0; i < count; i++)
            over((struct iocb *)(uintptr_t)events[i].obj, events[i].res);
    } while (count == MOST_AT_ONCE);
}
