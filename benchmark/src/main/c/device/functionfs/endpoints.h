/* The two bulk endpoints, which are files. */
#ifndef ENDPOINTS_H
#define ENDPOINTS_H

/* Opens them, and returns what is readable when a transfer is over. */
int endpoints_open(const char *functionfs);

/* Handles transfers that are over. */
void endpoints_completed(void);

#endif
