package usbd4j.gadget.copy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import usbd4j.dfu.DfuAttributes;
import usbd4j.dfu.DfuFunctionalDescriptor;
import usbd4j.gadget.Board;
import usbd4j.stack.descriptor.ConfigurationDescriptor;
import usbd4j.stack.descriptor.Descriptor;
import usbd4j.stack.descriptor.DeviceDescriptor;
import usbd4j.stack.descriptor.InterfaceDescriptor;

/** A device in a folder that is like that of sysfs. Its strings have the indexes 1 (manufacturer), 2 (product) and 3 (serial). */
record SysfsDevice(Board board, Path folder) {
    static final DfuFunctionalDescriptor FUNCTIONAL =
            new DfuFunctionalDescriptor(new DfuAttributes(true, false, true, false), 250, 1024, 0x0110);

    /** {@return a device, without configurations and strings} */
    static SysfsDevice of(Path root, String name, int idVendor, int idProduct) {
        Board board = new Board(root);
        SysfsDevice device = new SysfsDevice(board, board.pluggedDevices().resolve(name));
        device.attribute("idVendor", "%04x\n".formatted(idVendor));
        device.attribute("idProduct", "%04x\n".formatted(idProduct));
        device.attribute("busnum", "3\n");
        device.attribute("devnum", "7\n");
        device.attribute("speed", "12\n");
        device.add(bytes(new DeviceDescriptor(0x0200, 0, 0, 0, 64, idVendor, idProduct, 0x0123, 1, 2, 3, 1)));
        return device;
    }

    /** {@return a device with a DFU interface in run-time, and nothing else} */
    static SysfsDevice inRunTime(Path root, String name) {
        return of(root, name, 0x1234, 0x5678).configuration(dfu(0, 0, 1, 4), FUNCTIONAL);
    }

    static InterfaceDescriptor dfu(int number, int alternate, int protocol, int iInterface) {
        return new InterfaceDescriptor(number, alternate, 0, 0xFE, 0x01, protocol, iInterface);
    }

    static Descriptor raw(int... all) {
        return new Descriptor() {
            @Override
            public int bLength() {
                return all.length;
            }

            @Override
            public int bDescriptorType() {
                return all[1];
            }

            @Override
            public void writeFields(java.nio.ByteBuffer buffer) {
                Arrays.stream(all).skip(2).forEach(each -> buffer.put((byte) each));
            }
        };
    }

    SysfsDevice configuration(Descriptor... descriptors) {
        byte[] all = bytes(descriptors);
        add(bytes(new ConfigurationDescriptor(ConfigurationDescriptor.LENGTH + all.length, 1, 1, 0, 0x80, 250)));
        add(all);
        return this;
    }

    SysfsDevice strings(String manufacturer, String product, String serial) {
        attribute("manufacturer", manufacturer + "\n");
        attribute("product", product + "\n");
        return attribute("serial", serial + "\n");
    }

    /** Makes the folder of an interface whose first setting is chosen. */
    SysfsDevice chosen(int number, String name) {
        String folder = "%s:1.%d/".formatted(this.folder.getFileName(), number);
        attribute(folder + "bAlternateSetting", " 0\n");
        return attribute(folder + "interface", name + "\n");
    }

    SysfsDevice attribute(String path, String text) {
        return attribute(path, text.getBytes(UTF_8));
    }

    SysfsDevice attribute(String path, byte[] bytes) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SysfsDevice add(byte... descriptors) {
        try {
            Path file = folder.resolve("descriptors");
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            if (Files.exists(file)) {
                all.write(Files.readAllBytes(file));
            }
            all.write(descriptors);
            return attribute("descriptors", all.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(Descriptor... descriptors) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Descriptor each : descriptors) {
            byte[] bytes = new byte[each.bLength()];
            each.bytes().get(bytes);
            all.writeBytes(bytes);
        }
        return all.toByteArray();
    }

    /** {@return the device file of the device} */
    String copy() {
        return DeviceCopy.ofPlugged(board, folder.getFileName().toString(), "usbd4j 1.0");
    }
}
