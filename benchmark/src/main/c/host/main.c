/*
 * The host: starts two devices, measures them in turn, and ends them. It knows nothing of what they are written in.
 *
 * Both are there all the time, each on a controller of its own, and each thing is measured on one right after the other:
 * whatever else the machine is busy with disturbs both.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "measurements.h"
#include "subject.h"

static _Noreturn void misused(void)
{
    fprintf(stderr, "usage: host WARM-UP-TRANSFERS PASSES -- NAME PROGRAM [ARGUMENT]... -- NAME PROGRAM [ARGUMENT]...\n");
    exit(2);
}

/* Returns what follows the next "--", which becomes the end of what is before it. */
static char **next_command(char **arguments)
{
    while (*arguments != NULL && strcmp(*arguments, "--") != 0)
        arguments++;
    if (*arguments == NULL || arguments[1] == NULL || arguments[2] == NULL)
        misused();
    *arguments = NULL;
    return arguments + 1;
}

/* A line that grows by a dot for each pass shows that it goes on. */
static void show_progress(const char *text)
{
    fputs(text, stderr);
}

static void measure(const struct subject *subjects, int warm_up, int passes)
{
    show_progress(" warming up ");
    for (int i = 0; i < SUBJECTS; i++) {
        measurements_warm_up(&subjects[i], warm_up);
        show_progress(".");
    }
    show_progress(" measuring ");
    for (int i = 0; i < passes; i++) {
        measurements_pass(subjects, stdout);
        show_progress(".");
    }
    show_progress("\n");
    measurements_of_processes(subjects, stdout);
}

int main(int argc, char **argv)
{
    struct subject subjects[SUBJECTS];
    char **commands[SUBJECTS];

    if (argc < 3)
        misused();
    commands[0] = next_command(argv + 3);
    commands[1] = next_command(commands[0]);
    show_progress(" starting ");
    for (int i = 0; i < SUBJECTS; i++) {
        subjects[i] = subject_start(commands[i][0], commands[i] + 1);
        show_progress(".");
    }
    measure(subjects, atoi(argv[1]), atoi(argv[2]));
    for (int i = 0; i < SUBJECTS; i++)
        process_end(&subjects[i].process);
    return 0;
}
