/* Tells FunctionFS what the device looks like. */
#ifndef DESCRIPTORS_H
#define DESCRIPTORS_H

/* Writes descriptors and strings; the endpoints' files exist afterwards. */
void descriptors_write(int ep0);

#endif
