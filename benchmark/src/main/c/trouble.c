#include "trouble.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void print(const char *format, va_list arguments)
{
    fprintf(stderr, "%s: ", program_invocation_short_name);
    vfprintf(stderr, format, arguments);
}

void fail(const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    print(format, arguments);
    va_end(arguments);
    fputc('\n', stderr);
    exit(EXIT_FAILURE);
}

void fail_with_errno(const char *format, ...)
{
    int number = errno;
    va_list arguments;

    va_start(arguments, format);
    print(format, arguments);
    va_end(arguments);
    fprintf(stderr, ": %s\n", strerrorname_np(number));
    exit(EXIT_FAILURE);
}
