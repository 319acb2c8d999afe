/* A device that is measured: its process, and what the host sees of it. */
#ifndef SUBJECT_H
#define SUBJECT_H

#include "device.h"
#include "process.h"

struct subject {
    const char *name;
    uint32_t warm_up; /* control transfers of each kind before it is measured; bulk transfers are some times as many */
    struct process process;
    struct device device;
};

/* Starts the program of "NAME WARM-UP PROGRAM [ARGUMENT]...", and waits until the host has configured the device. */
struct subject subject_start(char **description);

#endif
