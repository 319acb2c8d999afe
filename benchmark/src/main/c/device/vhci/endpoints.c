#include "endpoints.h"

#include "../../trouble.h"
#include "../bulk.h"

static struct bulk_plan sent;
static struct bulk_plan received;

static unsigned char data[LARGEST_TRANSFER];

static void begin(struct bulk_plan *plan, const struct bulk_plan *asked)
{
    if (asked->size > LARGEST_TRANSFER || asked->in_flight > MOST_IN_FLIGHT)
        fail("the host asks for %u transfers of %u bytes at once", asked->in_flight, asked->size);
    *plan = *asked;
}

void bulk_send(const struct bulk_plan *plan)
{
    begin(&sent, plan);
}

void bulk_receive(const struct bulk_plan *plan)
{
    begin(&received, plan);
}

void endpoints_transfer(int socket, const struct urb *urb)
{
    struct bulk_plan *plan = urb->is_in ? &sent : &received;

    if (plan->count == 0 || urb->length != plan->size)
        fail("a transfer of %u bytes is not in the plan", urb->length);
    plan->count--;
    if (!urb->is_in)
        urb_receive(socket, data);
    urb_end(socket, data, urb->length);
}
