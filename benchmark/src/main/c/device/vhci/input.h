/* What comes out of the socket. */
#ifndef INPUT_H
#define INPUT_H

#include <stddef.h>

/* Reads exactly so many bytes. */
void input_read(int socket, void *data, size_t length);

#endif
