package usbd4j.stack.usbip;

import java.nio.ByteBuffer;

/**
 * What begins each request and each answer before a device is imported ({@code struct op_common} of the kernel's tools).
 *
 * @param version 2 bytes, the sender's release of the protocol in binary-coded decimal
 * @param code 2 bytes, what it is
 * @param status 4 bytes, of an answer: a code of {@link OpStatus}
 */
record OpHeader(int version, int code, int status) {
    /** Of the kernel's tools, since Linux 3.17. */
    static final int VERSION = 0x0111;

    static final int REQ_DEVLIST = 0x8005;
    static final int REP_DEVLIST = 0x0005;
    static final int REQ_IMPORT = 0x8003;
    static final int REP_IMPORT = 0x0003;

    static final int LENGTH = 8;

    OpHeader(int code, OpStatus status) {
        this(VERSION, code, status.code());
    }

    static OpHeader read(ByteBuffer buffer) {
        return new OpHeader(
                Short.toUnsignedInt(buffer.getShort()), Short.toUnsignedInt(buffer.getShort()), buffer.getInt());
    }

    ByteBuffer write(ByteBuffer buffer) {
        return buffer.putShort((short) version).putShort((short) code).putInt(status);
    }
}
