/* Endpoint zero. */
#ifndef CONTROL_H
#define CONTROL_H

/* Reads the events that wait in ep0, and answers the request among them. */
void control_events(int ep0);

#endif
