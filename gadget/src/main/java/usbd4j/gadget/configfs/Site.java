package usbd4j.gadget.configfs;

import java.nio.file.Path;

/** Where on the board a device is served. */
public interface Site extends AutoCloseable {
    /** {@return the directory where FunctionFS is mounted} */
    Path functionFs();

    /** {@return the controller's directory in sysfs} */
    Path controller();

    /** Binds the gadget to the controller: a host can see the device from now on. */
    void show();

    /** Unbinds the gadget: a host sees the device no more. */
    void hide();

    /** Leaves the board as it was found. The files in FunctionFS must be closed. */
    @Override
    void close();
}
