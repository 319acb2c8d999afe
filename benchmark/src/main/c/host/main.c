/* The host: starts a device, measures it, and ends it. It knows nothing of what the device is written in. */
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "../trouble.h"
#include "device.h"
#include "measurements.h"
#include "process.h"
#include "uevents.h"

#define PATIENCE_MILLIS 30000

/* Waits until the host has configured the device, which is not long after it was bound. */
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

static void measure_process(const struct process *process)
{
    printf("process\tbound-ms\t%.1f\n", process->bound_after * 1000);
    printf("process\trss-kib\t%ld\n", process_memory(process, "VmRSS"));
    printf("process\thwm-kib\t%ld\n", process_memory(process, "VmHWM"));
}

/* A line that grows by a dot for each pass shows that it goes on. */
static void show_progress(const char *text)
{
    fputs(text, stderr);
}

int main(int argc, char **argv)
{
    struct process process;
    struct device device;
    int uevents;
    int warm_up;
    int passes;

    if (argc < 4) {
        fprintf(stderr, "usage: host WARM-UP-PASSES PASSES DEVICE [ARGUMENT]...\n");
        return 2;
    }
    warm_up = atoi(argv[1]);
    passes = atoi(argv[2]);
    uevents = uevents_open();
    process = process_start(argv + 3);
    device = configured_device(uevents, &process);
    show_progress(" warm-up");
    for (int i = 0; i < warm_up; i++) {
        measurements_pass(&device, &process, NULL);
        show_progress(".");
    }
    show_progress(" measured");
    for (int i = 0; i < passes; i++) {
        measurements_pass(&device, &process, stdout);
        show_progress(".");
    }
    show_progress("\n");
    measure_process(&process);
    process_end(&process);
    return 0;
}
