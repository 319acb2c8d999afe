#include "input.h"

#include <poll.h>
#include <string.h>
#include <sys/socket.h>

#include "../../trouble.h"

/* Room for several requests with little data; of much data, the rest goes where it is wanted at once. */
#define ROOM 4096

static unsigned char waiting[ROOM];
static size_t begin;
static size_t end;

static size_t receive(int socket, void *data, size_t most, int flags)
{
    ssize_t length = recv(socket, data, most, flags);

    if (length < 0)
        fail_with_errno("cannot read from the host");
    if (length == 0)
        fail("the host has unplugged the device");
    return length;
}

static size_t take(void *data, size_t most)
{
    size_t length = end - begin < most ? end - begin : most;

    memcpy(data, waiting + begin, length);
    begin += length;
    return length;
}

static void fill(int socket)
{
    struct pollfd waited_for = {.fd = socket, .events = POLLIN};

    if (poll(&waited_for, 1, -1) < 0)
        fail_with_errno("cannot wait for the host");
    begin = 0;
    end = receive(socket, waiting, sizeof(waiting), 0);
}

void input_read(int socket, void *data, size_t length)
{
    unsigned char *rest = data;

    for (;;) {
        size_t taken = take(rest, length);

        rest += taken;
        length -= taken;
        if (length == 0)
            return;
        if (length >= ROOM) {
            taken = receive(socket, rest, length, MSG_WAITALL);
            rest += taken;
            length -= taken;
        } else {
            fill(socket);
        }
    }
}
