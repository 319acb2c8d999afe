package usbd4j.dfu.store;

import java.io.IOException;

/** An image that nothing refers to yet: a file that is to take the place of another. */
interface NextImage extends AutoCloseable {
    /** {@return what refers to the image, which is on the disk now whatever happens} */
    CurrentImage complete() throws IOException;

    /** Removes the file, if it is not complete. */
    @Override
    void close() throws IOException;
}
