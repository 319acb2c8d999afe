/* How trouble with the machine ends a program. */
#ifndef TROUBLE_H
#define TROUBLE_H

/* Prints a sentence and ends the program with status 1. */
_Noreturn void fail(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* The same for a failed system call: the sentence gets the name of errno. */
_Noreturn void fail_with_errno(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
