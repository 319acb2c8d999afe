/**
 * What a service manager such as systemd is told about a run. {@link usbd4j.gadget.service.ServiceManager} sends it; start reading
 * there.
 */
@NullMarked
package usbd4j.gadget.service;

import org.jspecify.annotations.NullMarked;
