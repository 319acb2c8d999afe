package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import usbd4j.gadget.Board;
import usbd4j.gadget.Persona;
import usbd4j.gadget.Site;
import usbd4j.gadget.configfs.GadgetName;
import usbd4j.gadget.configfs.GadgetSite;
import usbd4j.gadget.controller.Controller;
import usbd4j.gadget.controller.Controllers;
import usbd4j.gadget.gadgetfs.GadgetFsSite;
import usbd4j.gadget.vhci.VhciSite;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.UsbBusContract.Rig;
import usbd4j.stack.UsbBusContract.Stalled;
import usbd4j.stack.UsbClass;
import usbd4j.stack.UsbDevice;
import usbd4j.stack.descriptor.EndpointDescriptor;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.descriptor.Speed;
import usbd4j.stack.descriptor.TransferType;

/** A device in this process, and the board's host. */
final class DeviceRig implements Rig {
    private final Identity identity;
    private final Site site;
    private final UsbDevice device;
    private final CompletableFuture<Void> running;
    private Runnable cable = Cable::unplug;
    private @Nullable UsbHost host;

    private DeviceRig(Identity identity, Site site, UsbClass... classes) {
        this.identity = identity;
        this.site = site;
        try {
            device = new UsbDevice(identity, List.of(classes), site.bus());
        } catch (RuntimeException e) {
            site.close();
            throw e;
        }
        running = CompletableFuture.runAsync(device::run);
        try {
            site.show();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** {@return a device on a FunctionFS of its own} */
    static DeviceRig onFunctionFs(Identity identity, UsbClass... classes) {
        Board board = Board.linux();
        Persona persona = new Persona(identity, List.of());
        Site site = GadgetSite.make(board, new GadgetName("contract"), persona, controller(board), Optional.empty());
        return new DeviceRig(identity, site, classes);
    }

    /** {@return a device on a FunctionFS of its own, at a controller in software that has endpoints as hardware has} */
    static DeviceRig onUsbIp(Identity identity, UsbClass... classes) {
        UsbIpCable.prepare();
        Board board = Board.linux();
        Persona persona = new Persona(identity, List.of());
        Controller controller = new Controllers(board).choose(Optional.of(UsbIpCable.CONTROLLER));
        DeviceRig rig = new DeviceRig(
                identity,
                GadgetSite.make(board, new GadgetName("contract"), persona, controller, Optional.empty()),
                classes);
        UsbIpCable.plugIn();
        return rig;
    }

    /** Waits until the device's loop has ended with a failure, and closes everything. {@return the failure} */
    Throwable failure() {
        try {
            return Wait.forPresence("failure", this::failed);
        } finally {
            leave();
        }
    }

    private void leave() {
        site.hide();
        device.close();
        site.close();
        UsbHost.awaitGone(identity.idVendor(), identity.idProduct());
    }

    private Optional<Throwable> failed() {
        return running.isCompletedExceptionally()
                ? Optional.ofNullable(running.handle((nothing, e) -> e).join().getCause())
                : Optional.empty();
    }

    /** {@return a device on a GadgetFS of its own} */
    static DeviceRig onGadgetFs(Identity identity, UsbClass... classes) {
        Board board = Board.linux();
        Persona persona = new Persona(identity, List.of());
        Site site = GadgetFsSite.make(board, new GadgetName("contract"), persona, controller(board));
        return new DeviceRig(identity, site, classes);
    }

    /** {@return a device on this board's own USB, which needs no device controller, at a speed} */
    static DeviceRig onVhci(Speed speed, Identity identity, UsbClass... classes) {
        DeviceRig rig =
                new DeviceRig(identity, VhciSite.make(Board.linux(), new Persona(identity, List.of()), speed), classes);
        rig.cable = Cable::unplugFromVhci;
        return rig;
    }

    private static Controller controller(Board board) {
        return new Controllers(board).choose(Optional.empty());
    }

    /** {@return the host, once it is needed: by then it has configured this device, and forgotten the one before} */
    UsbHost host() {
        UsbHost used = host == null ? UsbHost.of(identity.idVendor(), identity.idProduct()) : host;
        host = used;
        return used;
    }

    /** For when it has another device to find: the same one, plugged in anew. */
    void forgetHost() {
        if (host != null) {
            host.close();
            host = null;
        }
    }

    @Override
    public byte[] controlIn(SetupPacket setup) {
        return answer(setup);
    }

    @Override
    public void controlOut(SetupPacket setup, byte... data) {
        answer(setup, data);
    }

    private byte[] answer(SetupPacket setup, byte... data) {
        return host().control(setup, data)
                .orElseThrow(() -> new Stalled(new IllegalStateException("EPIPE for " + setup)));
    }

    @Override
    public void giveUp(int patienceMillis, SetupPacket setup, byte... data) {
        if (!host().tryControl(patienceMillis, setup, data)) {
            forgetHost();
        }
    }

    @Override
    public void write(byte... data) {
        host().write(data);
    }

    @Override
    public byte[] read(int length) {
        return host().read(length);
    }

    @Override
    public void report(int packetSize, byte... data) {
        EndpointDescriptor reported = host().endpoints().stream()
                .filter(each -> each.type() == TransferType.INTERRUPT && each.packetSize() == packetSize)
                .findFirst()
                .orElseThrow();
        host().writeTo(reported.bEndpointAddress(), data);
    }

    @Override
    public void reset() {
        host().reset();
    }

    @Override
    public void deconfigure() {
        host().setConfiguration(0);
    }

    @Override
    public void detach() {
        cable.run();
    }

    /** Has the device leave the bus, as soon as it has done what it is at. */
    void stop() {
        device.stop();
    }

    /** {@return when the device has stopped, and has handled what is pending on the bus, which it has not left yet} */
    CompletableFuture<Void> stopAndCatchUp() {
        stop();
        return running.thenRunAsync(device::catchUp);
    }

    @Override
    public void close() {
        if (host != null) {
            host.close();
        }
        stop();
        assertThat(running).succeedsWithin(Wait.LIMIT.toSeconds(), TimeUnit.SECONDS);
        leave();
        assertThat(LeftBehind.look()).isEmpty();
    }
}
