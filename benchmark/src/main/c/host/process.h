/* The device's process. */
#ifndef PROCESS_H
#define PROCESS_H

#include <stdint.h>
#include <sys/types.h>

struct process {
    pid_t pid;
    int output; /* what it prints; at its end when the process is */
    int64_t start_cpu; /* processor time from its start until it said "bound", in nanoseconds */
};

/* Starts the program, and waits until it says that it is bound. */
struct process process_start(char **command);

/* Waits until it does nothing that nobody asked for: Java compiles in the background. */
void process_await_idle(const struct process *process);

/* Returns the processor time that all its threads have used, in nanoseconds. */
int64_t process_cpu(const struct process *process);

/* Returns an entry of /proc/PID/status, in KiB. */
long process_memory(const struct process *process, const char *entry);

/* Ends it, and waits until it is gone. */
void process_end(const struct process *process);

#endif
