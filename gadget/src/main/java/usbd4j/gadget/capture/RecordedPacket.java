package usbd4j.gadget.capture;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * A packet of a capture.
 *
 * @param linkType what kind of packet, by the number that tcpdump has for it
 * @param bytes the packet, from position to limit, in the byte order of the machine that recorded it
 * @param comments what somebody has written beside it
 */
record RecordedPacket(int linkType, ByteBuffer bytes, List<String> comments) {}
