#include "process.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "../trouble.h"
#include "stopwatch.h"

#define IDLE_NANOS 200000000

static _Noreturn void become(char **command, int output)
{
    /* Nobody is left to end it if this program fails. */
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    dup2(output, STDOUT_FILENO);
    execv(command[0], command);
    fail_with_errno("cannot run %s", command[0]);
}

struct process process_start(char **command)
{
    struct process process;
    char line[sizeof("bound\n")] = "";
    int pipes[2];

    if (pipe2(pipes, O_CLOEXEC) < 0)
        fail_with_errno("cannot make a pipe");
    process.pid = fork();
    if (process.pid < 0)
        fail_with_errno("cannot make a process");
    if (process.pid == 0)
        become(command, pipes[1]);
    close(pipes[1]);
    process.output = pipes[0];
    for (size_t length = 0; strchr(line, '\n') == NULL;) {
        ssize_t more = read(process.output, line + length, sizeof(line) - 1 - length);

        if (more <= 0)
            fail("the device ended before it was bound");
        length += more;
    }
    process.start_cpu = process_cpu(&process);
    return process;
}

void process_await_idle(const struct process *process)
{
    static const struct timespec a_while = {.tv_nsec = IDLE_NANOS};
    int64_t before;

    do {
        before = process_cpu(process);
        nanosleep(&a_while, NULL);
    } while (process_cpu(process) - before > IDLE_NANOS / 50);
}

int64_t process_cpu(const struct process *process)
{
    struct timespec used;
    clockid_t clock;

    if (clock_getcpuclockid(process->pid, &clock) != 0 || clock_gettime(clock, &used) < 0)
        fail("cannot learn the processor time of the device");
    return stopwatch_nanos(&used);
}

long process_memory(const struct process *process, const char *entry)
{
    char path[64];
    char line[256];
    long kib = -1;
    FILE *status;

    snprintf(path, sizeof(path), "/proc/%d/status", (int)process->pid);
    status = fopen(path, "re");
    if (status == NULL)
        fail_with_errno("cannot open %s", path);
    while (kib < 0 && fgets(line, sizeof(line), status) != NULL)
        if (strncmp(line, entry, strlen(entry)) == 0)
            sscanf(line + strlen(entry), ": %ld", &kib);
    fclose(status);
    if (kib < 0)
        fail("there is no %s in %s", entry, path);
    return kib;
}

void process_end(const struct process *process)
{
    kill(process->pid, SIGTERM);
    if (waitpid(process->pid, NULL, 0) < 0)
        fail_with_errno("cannot wait for the device's end");
}
