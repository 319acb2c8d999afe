package usbd4j.gadget.serve;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import usbd4j.dfu.DfuRequest;
import usbd4j.dfu.StatusResponse;
import usbd4j.gadget.Board;
import usbd4j.gadget.Mode;
import usbd4j.gadget.Persona;
import usbd4j.gadget.configfs.GadgetName;
import usbd4j.gadget.device.DeviceDescription;
import usbd4j.gadget.devicefile.DeviceFile;
import usbd4j.gadget.devicefile.Overrides;
import usbd4j.gadget.trace.Transcript;
import usbd4j.stack.BusDecorator;
import usbd4j.stack.Direction;
import usbd4j.stack.Recipient;
import usbd4j.stack.RequestType;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.UsbBus;
import usbd4j.stack.UsbClass;
import usbd4j.stack.descriptor.Descriptors;
import usbd4j.stack.memory.Host;

/** A persona of a described device, on a bus in memory, with a host that has configured it. */
final class PersonaInMemory implements AutoCloseable {
    private static final int GET_DESCRIPTOR = 6;
    private static final int STRING = 3;
    private static final int ENGLISH = 0x0409;

    private final Persona persona;
    private final List<UsbClass> classes;
    private final Host host;
    private final Optional<FirmwareImages> images;
    private final List<Departure> departures = new ArrayList<>();

    private PersonaInMemory(
            DeviceDescription device,
            Mode mode,
            Persona persona,
            Functions functions,
            Optional<FirmwareImages> images) {
        this.persona = persona;
        this.images = images;
        this.classes = functions.make(departures::add);
        Faults faults = new Faults(device);
        this.host = Host.attach(
                persona.identity(),
                (bus, clock) -> {
                    Transcript transcript = new Transcript(bus, faults.listeners(), clock, clock);
                    return new ShownBus(
                            faults.around(transcript, mode, departures::add, clock),
                            () -> transcript.attached(mode.toString(), "memory"));
                },
                classes.toArray(UsbClass[]::new));
    }

    /** Tells when the device is on the bus. */
    private static final class ShownBus extends BusDecorator {
        private final Runnable shown;

        ShownBus(UsbBus delegate, Runnable shown) {
            super(delegate);
            this.shown = shown;
        }

        @Override
        public void open(Descriptors descriptors) {
            super.open(descriptors);
            shown.run();
        }
    }

    static DeviceDescription described(String... settings) {
        Overrides overrides = new Overrides();
        for (String each : settings) {
            overrides.set(each);
        }
        return DeviceFile.read(Optional.empty(), overrides);
    }

    /** {@return the persona in run-time of a device with these keys set} */
    static PersonaInMemory runTime(String... settings) {
        return runTime(described(settings));
    }

    /** {@return the persona in run-time of a device} */
    static PersonaInMemory runTime(DeviceDescription device) {
        return runTime(device, Optional.empty());
    }

    /** {@return the persona in run-time of a device that serves a class in place of DFU} */
    static PersonaInMemory serving(UsbClass function, String... settings) {
        return runTime(described(settings), Optional.of(function));
    }

    private static PersonaInMemory runTime(DeviceDescription device, Optional<UsbClass> function) {
        RunTimePersona runTime = new RunTimePersona(device, function);
        return new PersonaInMemory(device, Mode.RUN_TIME, runTime.persona(Optional.empty()), runTime, Optional.empty());
    }

    /** {@return the persona in DFU mode of a device with these keys set} */
    static PersonaInMemory dfuMode(Path store, String... settings) {
        return dfuMode(store, described(settings));
    }

    /** {@return the persona in DFU mode of a device} */
    static PersonaInMemory dfuMode(Path store, DeviceDescription device) {
        FirmwareImages images = new FirmwareImages(store, device.dfuMode().memories());
        Place place = new Place(
                Board.linux(),
                new GadgetName("memory"),
                Optional.empty(),
                new ServedBus(BusKind.VHCI),
                Optional.empty(),
                store,
                false);
        DfuModePersona dfuMode = new DfuModePersona(device, place, images);
        Persona runTime = new RunTimePersona(device, Optional.empty())
                .persona(images.release(device.dfuMode().releasePattern()));
        return new PersonaInMemory(device, Mode.DFU_MODE, dfuMode.persona(runTime), dfuMode, Optional.of(images));
    }

    Persona persona() {
        return persona;
    }

    List<UsbClass> classes() {
        return classes;
    }

    Host host() {
        return host;
    }

    List<Departure> departures() {
        return departures;
    }

    /** {@return a field of two bytes of the device descriptor} */
    int deviceField(int offset) {
        return Short.toUnsignedInt(ByteBuffer.wrap(descriptor(1, 0, 0))
                .order(ByteOrder.LITTLE_ENDIAN)
                .getShort(offset));
    }

    /** {@return the text that a field of one byte of the device descriptor points to} */
    String deviceString(int offset) {
        return string(descriptor(1, 0, 0)[offset]);
    }

    /** {@return the DFU functional descriptor, the last one of the configuration} */
    ByteBuffer functional() {
        byte[] configuration = descriptor(2, 0, 0);
        return ByteBuffer.wrap(configuration, configuration.length - 9, 9)
                .slice()
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    /** {@return the descriptors that follow the configuration descriptor} */
    byte[] interfaces() {
        byte[] configuration = descriptor(2, 0, 0);
        return Arrays.copyOfRange(configuration, 9, configuration.length);
    }

    /** {@return the text that iInterface of the first interface points to} */
    String interfaceString() {
        return string(descriptor(2, 0, 0)[9 + 8]);
    }

    private String string(byte index) {
        byte[] descriptor = descriptor(STRING, index, ENGLISH);
        return new String(descriptor, 2, descriptor.length - 2, UTF_16LE);
    }

    private byte[] descriptor(int type, int index, int language) {
        return host.controlIn(SetupPacket.of(
                Direction.IN,
                RequestType.STANDARD,
                Recipient.DEVICE,
                GET_DESCRIPTOR,
                type << 8 | index,
                language,
                1024));
    }

    void detach(int wTimeout) {
        host.controlOut(DfuRequest.DETACH.setup(0, wTimeout, 0));
    }

    void download(int wBlockNum, byte... block) {
        host.controlOut(DfuRequest.DNLOAD.setup(0, wBlockNum, block.length), block);
    }

    byte[] upload(int wBlockNum, int wLength) {
        return host.controlIn(DfuRequest.UPLOAD.setup(0, wBlockNum, wLength));
    }

    void abort() {
        host.controlOut(DfuRequest.ABORT.setup(0, 0, 0));
    }

    /** {@return the answer to GETSTATUS} */
    StatusResponse status() {
        return StatusResponse.read(ByteBuffer.wrap(host.controlIn(DfuRequest.GETSTATUS.setup(0, 0, 6))))
                .orElseThrow();
    }

    void advance(int millis) {
        host.advance(Duration.ofMillis(millis));
    }

    @Override
    public void close() {
        host.device().close();
        images.ifPresent(FirmwareImages::close);
    }
}
