/* A device that is measured: its process, and what the host sees of it. */
#ifndef SUBJECT_H
#define SUBJECT_H

#include "device.h"
#include "process.h"

struct subject {
    const char *name;
    struct process process;
    struct device device;
};

/* Starts its program, and waits until the host has configured the device. */
struct subject subject_start(const char *name, char **command);

#endif
