/* Time that only goes forward. */
#ifndef STOPWATCH_H
#define STOPWATCH_H

#include <stdint.h>
#include <time.h>

#define NANOS_PER_SECOND 1000000000
#define NANOS_PER_MICRO 1000.0

static inline int64_t stopwatch_nanos(const struct timespec *time)
{
    return (int64_t)time->tv_sec * NANOS_PER_SECOND + time->tv_nsec;
}

static inline int64_t stopwatch_now(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return stopwatch_nanos(&now);
}

static inline double stopwatch_seconds(int64_t nanos)
{
    return (double)nanos / NANOS_PER_SECOND;
}

#endif
