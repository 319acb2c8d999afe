package usbd4j.dfu.runtime;

import usbd4j.stack.Reply;

/**
 * What a state makes of a request.
 *
 * @param next the state after it
 * @param reply the answer
 */
record Transition(RuntimeState next, Reply reply) {}
