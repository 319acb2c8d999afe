package usbd4j.stack.functionfs;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import usbd4j.stack.descriptor.EndpointDescriptor;
import usbd4j.stack.udc.EndpointFile;
import usbd4j.stack.udc.Transfers;

/** A file such as {@code ep81}: an endpoint of FunctionFS, which the kernel enables and disables by itself. */
final class FunctionFsEndpoint extends EndpointFile {
    /** FUNCTIONFS_ENDPOINT_DESC of linux/usb/functionfs.h: _IOR('g', 130, struct usb_endpoint_descriptor). */
    private static final int ENDPOINT_DESC = 0x80096782;

    /** struct usb_endpoint_descriptor has two more bytes, for audio. */
    private static final int DESCRIPTOR_LENGTH = 9;

    FunctionFsEndpoint(Path path, EndpointDescriptor declared, Transfers transfers) {
        super(path, declared, transfers);
        open();
    }

    @Override
    public EndpointDescriptor descriptor() {
        ByteBuffer assigned = ByteBuffer.allocateDirect(DESCRIPTOR_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        return control(ENDPOINT_DESC, assigned) < 0 ? declared() : EndpointDescriptor.read(assigned);
    }
}
