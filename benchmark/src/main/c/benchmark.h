/*
 * What the host and the devices agree on. Both ends are on one machine of little-endian byte order, and so is the wire:
 * the structures below travel as they are. For the second interface see dfu.h.
 */
#ifndef BENCHMARK_H
#define BENCHMARK_H

#include <stdint.h>

#define ID_VENDOR 0x1209
#define ID_PRODUCT 0x0004

/* Vendor requests to interface 0. */
enum benchmark_request {
    READ = 1,      /* IN, at most CONTROL_LENGTH bytes of no meaning */
    WRITE = 2,     /* OUT, at most CONTROL_LENGTH bytes of no meaning, or no data stage */
    SEND = 3,      /* OUT, a bulk_plan for the bulk IN endpoint */
    RECEIVE = 4,   /* OUT, a bulk_plan for the bulk OUT endpoint */
    ALLOCATED = 5, /* IN, an allocated */
};

#define CONTROL_LENGTH 64
#define MOST_IN_FLIGHT 4
#define LARGEST_TRANSFER 65536

/* So many transfers are made, and then the endpoint is quiet again. */
struct bulk_plan {
    uint32_t size; /* of each, in bytes */
    uint32_t in_flight;
    uint32_t count;
};

/* What the device has allocated on its heap, in bytes. */
struct allocated {
    uint64_t so_far;
    /* From the end of the plan's first transfer until its last was submitted, before the host can see that end. */
    uint64_t in_last_plan;
};

#endif
