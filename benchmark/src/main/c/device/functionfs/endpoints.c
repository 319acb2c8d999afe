#include "endpoints.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../trouble.h"
#include "../bulk.h"
#include "async.h"

/* An endpoint, and what it has still to do. */
struct stream {
    uint32_t left; /* transfers that are not submitted yet */
    struct iocb transfers[MOST_IN_FLIGHT];
};

static struct stream sent;
static struct stream received;

static void stream_open(struct stream *stream, const char *functionfs, const char *name, int opcode)
{
    char path[4096];
    int file;

    snprintf(path, sizeof(path), "%s/%s", functionfs, name);
    file = open(path, O_RDWR | O_NONBLOCK | O_CLOEXEC);
    if (file < 0)
        fail_with_errno("cannot open %s", path);
    for (int i = 0; i < MOST_IN_FLIGHT; i++) {
        struct iocb *transfer = &stream->transfers[i];
        void *buffer = calloc(1, LARGEST_TRANSFER);

        if (buffer == NULL)
            fail("there is no memory for the transfers");
        transfer->aio_data = (uintptr_t)stream;
        transfer->aio_fildes = file;
        transfer->aio_lio_opcode = opcode;
        transfer->aio_buf = (uintptr_t)buffer;
    }
}

int endpoints_open(const char *functionfs)
{
    stream_open(&sent, functionfs, "ep1", IOCB_CMD_PWRITE);
    stream_open(&received, functionfs, "ep2", IOCB_CMD_PREAD);
    return async_open();
}

static void submit_next(struct stream *stream, struct iocb *transfer)
{
    int result;

    if (stream->left == 0)
        return;
    stream->left--;
    result = async_submit(transfer);
    if (result < 0)
        fail("cannot submit a transfer: %s", strerrorname_np(-result));
}

static void begin(struct stream *stream, const struct bulk_plan *plan)
{
    if (plan->size > LARGEST_TRANSFER || plan->in_flight > MOST_IN_FLIGHT)
        fail("the host asks for %u transfers of %u bytes at once", plan->in_flight, plan->size);
    stream->left = plan->count;
    for (uint32_t i = 0; i < plan->in_flight; i++) {
        stream->transfers[i].aio_nbytes = plan->size;
        submit_next(stream, &stream->transfers[i]);
    }
}

void bulk_send(const struct bulk_plan *plan)
{
    begin(&sent, plan);
}

void bulk_receive(const struct bulk_plan *plan)
{
    begin(&received, plan);
}

static void over(struct iocb *transfer, long result)
{
    if (result < 0)
        fail("a transfer failed: %s", strerrorname_np(-(int)result));
    submit_next((struct stream *)(uintptr_t)transfer->aio_data, transfer);
}

void endpoints_completed(void)
{
    async_completed(over);
}
