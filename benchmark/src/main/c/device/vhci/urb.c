#include "urb.h"

#include <arpa/inet.h>
#include <errno.h>
#include <sys/uio.h>

#include "../../benchmark.h"
#include "../../trouble.h"
#include "input.h"
#include "pdu.h"

static struct pdu_request request;

static void answer(int socket, enum pdu_command command, int status, uint32_t length, const void *data, size_t sent)
{
    struct pdu_answer header = {
        .command = htonl(command),
        .seqnum = request.seqnum,
        .status = htonl(status),
        .length = htonl(length),
    };
    struct iovec parts[] = {
        {.iov_base = &header, .iov_len = sizeof(header)},
        {.iov_base = (void *)data, .iov_len = sent},
    };

    if (writev(socket, parts, 2) != (ssize_t)(sizeof(header) + sent))
        fail_with_errno("cannot answer the host");
}

struct urb urb_next(int socket)
{
    for (;;) {
        input_read(socket, &request, sizeof(request));
        if (request.command == htonl(CMD_SUBMIT))
            return (struct urb){
                .endpoint = ntohl(request.endpoint),
                .is_in = request.direction != 0,
                .length = ntohl(request.length),
                .setup = request.setup,
            };
        if (request.command != htonl(CMD_UNLINK))
            fail("the host sent command 0x%08x", ntohl(request.command));
        /* What is to be taken back has been answered. */
        answer(socket, RET_UNLINK, 0, 0, NULL, 0);
    }
}

void urb_receive(int socket, void *data)
{
    input_read(socket, data, ntohl(request.length));
}

void urb_end(int socket, const void *data, uint32_t length)
{
    answer(socket, RET_SUBMIT, 0, length, data, request.direction != 0 ? length : 0);
}

void urb_stall(int socket)
{
    static unsigned char ignored[LARGEST_TRANSFER];

    if (request.direction == 0)
        urb_receive(socket, ignored);
    answer(socket, RET_SUBMIT, -EPIPE, 0, NULL, 0);
}
