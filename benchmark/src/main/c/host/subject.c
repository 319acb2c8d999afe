#include "subject.h"

#include <poll.h>
#include <stdlib.h>
#include <unistd.h>

#include "../trouble.h"
#include "uevents.h"

#define PATIENCE_MILLIS 60000

static struct device configured_device(int uevents, const struct process *process)
{
    struct pollfd waited_for[] = {
        {.fd = uevents, .events = POLLIN},
        {.fd = process->output, .events = POLLIN},
    };
    int file = -1;

    while (file < 0) {
        int ready = poll(waited_for, 2, PATIENCE_MILLIS);

        if (ready < 0)
            fail_with_errno("cannot wait for the device");
        if (ready == 0)
            fail("the device is bound, but the host has not configured it within %d ms", PATIENCE_MILLIS);
        if (waited_for[1].revents)
            fail("the device ended before the host had configured it");
        file = uevents_configured_device(uevents);
    }
    return device_open(file);
}

struct subject subject_start(char **description)
{
    struct subject subject = {.name = description[0], .warm_up = strtoul(description[1], NULL, 10)};
    int uevents = uevents_open();

    subject.process = process_start(description + 2);
    subject.device = configured_device(uevents, &subject.process);
    close(uevents);
    return subject;
}
