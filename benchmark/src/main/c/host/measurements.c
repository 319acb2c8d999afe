#include "measurements.h"

#include <stdlib.h>

#include "../dfu.h"
#include "bulk.h"
#include "dfu_check.h"
#include "firmware.h"
#include "stopwatch.h"

#define CONTROL_TRANSFERS 100
/* Java compiles its last piece of a bulk transfer's way only after some 30,000 of them. */
#define BULK_PER_CONTROL 5
#define FIRMWARE_BLOCKS 100
#define PAGE 4096
#define BYTES_PER_KIB 1024.0
#define MIB (1024.0 * 1024.0)
#define KIB_PER_MIB 1024.0
#define NANOS_PER_MILLI 1000000.0

typedef void round_trip(const struct device *device);
typedef double firmware_transfer(const struct device *device, uint16_t block);

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

static void figure(FILE *figures, const struct subject *subject, const char *what, const char *name, double value)
{
    if (figures != NULL)
        fprintf(figures, "%s\t%s\t%s\t%.3f\n", subject->name, what, name, value);
}

static int64_t duration(const struct device *device, round_trip *round_trip)
{
    int64_t start = stopwatch_now();

    round_trip(device);
    return stopwatch_now() - start;
}

static void control(const struct subject *subject, FILE *figures, const char *what, round_trip *round_trip)
{
    const struct device *device = &subject->device;
    int64_t nanos[CONTROL_TRANSFERS];
    uint64_t allocated_before = allocated(device).so_far;
    int64_t cpu_before = process_cpu(&subject->process);
    double cpu;
    double bytes;

    for (int i = 0; i < CONTROL_TRANSFERS; i++)
        nanos[i] = duration(device, round_trip);
    cpu = process_cpu(&subject->process) - cpu_before;
    bytes = allocated(device).so_far - allocated_before;
    qsort(nanos, CONTROL_TRANSFERS, sizeof(nanos[0]), by_value);
    figure(figures, subject, what, "median-us", nanos[CONTROL_TRANSFERS / 2] / NANOS_PER_MICRO);
    figure(figures, subject, what, "p95-us", nanos[CONTROL_TRANSFERS * 95 / 100] / NANOS_PER_MICRO);
    figure(figures, subject, what, "cpu-us", cpu / NANOS_PER_MICRO / CONTROL_TRANSFERS);
    /* To ask is a transfer, too. */
    figure(figures, subject, what, "heap-bytes", bytes / (CONTROL_TRANSFERS + 1));
}

static void bulk(const struct subject *subject, FILE *figures, enum benchmark_request direction, struct bulk_plan plan)
{
    const struct device *device = &subject->device;
    int64_t cpu_before = process_cpu(&subject->process);
    double seconds;
    int64_t cpu;
    char what[64];

    device_out(device, direction, &plan, sizeof(plan));
    seconds = bulk_transfer(device, direction == SEND ? device->in : device->out, &plan);
    cpu = process_cpu(&subject->process) - cpu_before;
    snprintf(what, sizeof(what), "bulk-%s %u %u", direction == SEND ? "in" : "out", plan.size, plan.in_flight);
    figure(figures, subject, what, "mib-per-s", (double)plan.size * plan.count / MIB / seconds);
    figure(figures, subject, what, "cpu-us", cpu / NANOS_PER_MICRO / plan.count);
    figure(figures, subject, what, "heap-bytes", (double)allocated(device).in_last_plan / (plan.count - plan.in_flight));
}

/* The last block is half a block, and so the device has made as many when an upload is over. */
static void renew_firmware(uint32_t block)
{
    firmware_renew(block * FIRMWARE_BLOCKS - block / 2);
}

static void firmware(const struct subject *subject, FILE *figures, const char *what, firmware_transfer *transfer,
                     uint32_t block)
{
    const struct device *device = &subject->device;
    uint64_t allocated_before = allocated(device).so_far;
    int64_t cpu_before = process_cpu(&subject->process);
    double seconds = transfer(device, block);
    int64_t cpu = process_cpu(&subject->process) - cpu_before;
    double bytes = allocated(device).so_far - allocated_before;
    char full[64];

    snprintf(full, sizeof(full), "dfu-%s %u", what, block);
    figure(figures, subject, full, "kib-per-s", block * (FIRMWARE_BLOCKS - 0.5) / BYTES_PER_KIB / seconds);
    figure(figures, subject, full, "cpu-us", cpu / NANOS_PER_MICRO / FIRMWARE_BLOCKS);
    figure(figures, subject, full, "heap-bytes", bytes / FIRMWARE_BLOCKS);
}

static void warm_up_firmware(const struct subject *subject)
{
    dfu_check(&subject->device);
    renew_firmware(DFU_TRANSFER_SIZE);
    for (uint32_t i = 0; i < subject->warm_up; i += FIRMWARE_BLOCKS) {
        firmware_download(&subject->device, DFU_TRANSFER_SIZE);
        firmware_upload(&subject->device, DFU_TRANSFER_SIZE);
    }
}

void measurements_warm_up(const struct subject *subject)
{
    struct bulk_plan plan = {.size = 512, .in_flight = MOST_IN_FLIGHT, .count = subject->warm_up * BULK_PER_CONTROL};

    for (uint32_t i = 0; i < subject->warm_up; i++) {
        read_data(&subject->device);
        write_data(&subject->device);
        write_nothing(&subject->device);
    }
    bulk(subject, NULL, SEND, plan);
    bulk(subject, NULL, RECEIVE, plan);
    warm_up_firmware(subject);
}

static struct bulk_plan plan_of(uint32_t size, uint32_t in_flight, uint32_t transfers)
{
    uint32_t pages = size < PAGE ? 1 : size / PAGE;

    return (struct bulk_plan){.size = size, .in_flight = in_flight, .count = transfers / pages * in_flight};
}

static void bulk_pass(const struct subject *subjects, uint32_t transfers, FILE *figures)
{
    static const uint32_t sizes[] = {512, PAGE, 4 * PAGE, LARGEST_TRANSFER};

    for (size_t size = 0; size < sizeof(sizes) / sizeof(sizes[0]); size++)
        for (uint32_t in_flight = 1; in_flight <= MOST_IN_FLIGHT; in_flight *= MOST_IN_FLIGHT) {
            struct bulk_plan plan = plan_of(sizes[size], in_flight, transfers);

            for (int i = 0; i < SUBJECTS; i++)
                bulk(&subjects[i], figures, SEND, plan);
            for (int i = 0; i < SUBJECTS; i++)
                bulk(&subjects[i], figures, RECEIVE, plan);
        }
}

void measurements_pass(const struct subject *subjects, uint32_t transfers, FILE *figures)
{
    static const uint32_t blocks[] = {64, 1024, DFU_TRANSFER_SIZE};

    for (int i = 0; i < SUBJECTS; i++)
        control(&subjects[i], figures, "control-in", read_data);
    for (int i = 0; i < SUBJECTS; i++)
        control(&subjects[i], figures, "control-out", write_data);
    for (int i = 0; i < SUBJECTS; i++)
        control(&subjects[i], figures, "control-none", write_nothing);
    bulk_pass(subjects, transfers, figures);
    for (size_t block = 0; block < sizeof(blocks) / sizeof(blocks[0]); block++) {
        renew_firmware(blocks[block]);
        for (int i = 0; i < SUBJECTS; i++)
            firmware(&subjects[i], figures, "download", firmware_download, blocks[block]);
        for (int i = 0; i < SUBJECTS; i++)
            firmware(&subjects[i], figures, "upload", firmware_upload, blocks[block]);
    }
}

void measurements_of_processes(const struct subject *subjects, FILE *figures)
{
    for (const struct subject *each = subjects; each < subjects + SUBJECTS; each++) {
        figure(figures, each, "process", "start-cpu-ms", each->process.start_cpu / NANOS_PER_MILLI);
        figure(figures, each, "process", "rss-mib", process_memory(&each->process, "VmRSS") / KIB_PER_MIB);
        figure(figures, each, "process", "hwm-mib", process_memory(&each->process, "VmHWM") / KIB_PER_MIB);
    }
}
