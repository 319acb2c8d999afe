#include "measurements.h"

#include <stdlib.h>

#include "bulk.h"
#include "stopwatch.h"

#define CONTROL_TRANSFERS 400
#define MIB (1024.0 * 1024.0)

typedef void round_trip(const struct device *device);

static unsigned char data[CONTROL_LENGTH];

static void read_data(const struct device *device)
{
    device_in(device, READ, data, sizeof(data));
}

static void write_data(const struct device *device)
{
    device_out(device, WRITE, data, sizeof(data));
}

static void write_nothing(const struct device *device)
{
    device_out(device, WRITE, NULL, 0);
}

static struct allocated allocated(const struct device *device)
{
    struct allocated answer;

    device_in(device, ALLOCATED, &answer, sizeof(answer));
    return answer;
}

static int by_value(const void *a, const void *b)
{
    int64_t left = *(const int64_t *)a;
    int64_t right = *(const int64_t *)b;

    return (left > right) - (left < right);
}

static void figure(FILE *figures, const char *what, const char *name, double value)
{
    if (figures != NULL)
        fprintf(figures, "%s\t%s\t%.3f\n", what, name, value);
}

static void control(const struct device *device, const struct process *process, FILE *figures, const char *what,
                    round_trip *round_trip)
{
    int64_t nanos[CONTROL_TRANSFERS];
    uint64_t allocated_before = allocated(device).so_far;
    int64_t cpu_before = process_cpu(process);
    int64_t cpu;
    uint64_t bytes;

    for (int i = 0; i < CONTROL_TRANSFERS; i++) {
        int64_t start = stopwatch_now();

        round_trip(device);
        nanos[i] = stopwatch_now() - start;
    }
    cpu = process_cpu(process) - cpu_before;
    bytes = allocated(device).so_far - allocated_before;
    qsort(nanos, CONTROL_TRANSFERS, sizeof(nanos[0]), by_value);
    figure(figures, what, "median-us", nanos[CONTROL_TRANSFERS / 2] / NANOS_PER_MICRO);
    figure(figures, what, "p99-us", nanos[CONTROL_TRANSFERS * 99 / 100] / NANOS_PER_MICRO);
    figure(figures, what, "cpu-us", cpu / NANOS_PER_MICRO / CONTROL_TRANSFERS);
    /* To ask is a transfer, too. */
    figure(figures, what, "heap-bytes", (double)bytes / (CONTROL_TRANSFERS + 1));
}

static void bulk(const struct device *device, const struct process *process, FILE *figures, const char *direction,
                 struct bulk_plan plan)
{
    int is_in = direction[0] == 'i';
    int64_t cpu_before = process_cpu(process);
    double seconds;
    int64_t cpu;
    char what[64];

    device_out(device, is_in ? SEND : RECEIVE, &plan, sizeof(plan));
    seconds = bulk_transfer(device, is_in ? device->in : device->out, &plan);
    cpu = process_cpu(process) - cpu_before;
    snprintf(what, sizeof(what), "bulk-%s %u %u", direction, plan.size, plan.in_flight);
    figure(figures, what, "mib-per-s", (double)plan.size * plan.count / MIB / seconds);
    figure(figures, what, "cpu-us", cpu / NANOS_PER_MICRO / plan.count);
    figure(figures, what, "heap-bytes", (double)allocated(device).in_last_plan / (plan.count - 1));
}

void measurements_pass(const struct device *device, const struct process *process, FILE *figures)
{
    static const struct bulk_plan plans[] = {
        {512, 1, 500},   {512, 4, 1000},  {4096, 1, 400},  {4096, 4, 800},
        {16384, 1, 200}, {16384, 4, 400}, {65536, 1, 100}, {65536, 4, 200},
    };

    control(device, process, figures, "control-in", read_data);
    control(device, process, figures, "control-out", write_data);
    control(device, process, figures, "control-none", write_nothing);
    for (size_t i = 0; i < sizeof(plans) / sizeof(plans[0]); i++) {
        bulk(device, process, figures, "in", plans[i]);
        bulk(device, process, figures, "out", plans[i]);
    }
}
