/*
 * The host: starts two devices, measures them in turn, and ends them. It knows nothing of what they are written in.
 *
 * Both are there all the time, each on a controller of its own, and what is measured on one is measured on the other right
 * after that: whatever else the board is busy with disturbs both.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "measurements.h"
#include "subject.h"

static _Noreturn void misused(void)
{
    fprintf(stderr, "usage: host PASSES TRANSFERS -- NAME WARM-UP PROGRAM [ARGUMENT]... -- NAME WARM-UP PROGRAM [ARGUMENT]...\n");
    exit(2);
}

/* Returns what follows the next "--", which becomes the end of what is before it. */
static char **next_subject(char **arguments)
{
    while (*arguments != NULL && strcmp(*arguments, "--") != 0)
        arguments++;
    if (*arguments == NULL || arguments[1] == NULL || arguments[2] == NULL || arguments[3] == NULL)
        misused();
    *arguments = NULL;
    return arguments + 1;
}

/* A line that grows by a dot for each step shows that it goes on. */
static void show_progress(const char *text)
{
    fputs(text, stderr);
}

static void start(struct subject *subjects, char **arguments)
{
    char **descriptions[SUBJECTS];
    char **rest = arguments;

    for (int i = 0; i < SUBJECTS; i++)
        descriptions[i] = rest = next_subject(rest);
    show_progress(" starting ");
    for (int i = 0; i < SUBJECTS; i++) {
        subjects[i] = subject_start(descriptions[i]);
        show_progress(".");
    }
}

static void measure(const struct subject *subjects, int passes, int transfers)
{
    show_progress(" warming up ");
    for (int i = 0; i < SUBJECTS; i++) {
        measurements_warm_up(&subjects[i]);
        show_progress(".");
    }
    /* What is measured is warm as well, and not only what it has in common. */
    measurements_pass(subjects, transfers, NULL);
    for (int i = 0; i < SUBJECTS; i++)
        process_await_idle(&subjects[i].process);
    show_progress(" measuring ");
    for (int i = 0; i < passes; i++) {
        measurements_pass(subjects, transfers, stdout);
        show_progress(".");
    }
    measurements_of_processes(subjects, stdout);
    show_progress("\n");
}

int main(int argc, char **argv)
{
    struct subject subjects[SUBJECTS];

    if (argc < 3)
        misused();
    start(subjects, argv + 3);
    measure(subjects, atoi(argv[1]), atoi(argv[2]));
    for (int i = 0; i < SUBJECTS; i++)
        process_end(&subjects[i].process);
    return 0;
}
