package usbd4j.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import usbd4j.gadget.Board;
import usbd4j.gadget.Persona;
import usbd4j.gadget.configfs.GadgetName;
import usbd4j.gadget.configfs.GadgetSite;
import usbd4j.gadget.controller.Controllers;
import usbd4j.stack.SetupPacket;
import usbd4j.stack.UsbBusContract.Rig;
import usbd4j.stack.UsbBusContract.Stalled;
import usbd4j.stack.UsbClass;
import usbd4j.stack.UsbDevice;
import usbd4j.stack.descriptor.Identity;
import usbd4j.stack.functionfs.FunctionFsBus;

/** A device in this process, on a gadget of its own. */
final class FunctionFsRig implements Rig {
    private final Identity identity;
    private final GadgetSite site;
    private final UsbDevice device;
    private final CompletableFuture<Void> running;
    private @Nullable UsbHost host;

    FunctionFsRig(Identity identity, UsbClass... classes) {
        this.identity = identity;
        Board board = Board.linux();
        site = GadgetSite.make(
                board,
                new GadgetName("contract"),
                new Persona(identity, List.of()),
                new Controllers(board).choose(Optional.empty()));
        device = new UsbDevice(identity, List.of(classes), new FunctionFsBus(site.functionFs(), site.controller()));
        running = CompletableFuture.runAsync(device::run);
        site.show();
    }

    /** {@return the host, once it is needed: by then it has configured this device, and forgotten the one before} */
    UsbHost host() {
        UsbHost used = host == null ? UsbHost.of(identity.idVendor(), identity.idProduct()) : host;
        host = used;
        return used;
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
    public void write(byte... data) {
        host().write(data);
    }

    @Override
    public byte[] read(int length) {
        return host().read(length);
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
        Cable.unplug();
    }

    @Override
    public void close() {
        if (host != null) {
            host.close();
        }
        site.hide();
        device.stop();
        assertThat(running).succeedsWithin(Wait.LIMIT.toSeconds(), TimeUnit.SECONDS);
        device.close();
        site.close();
        assertThat(LeftBehind.look()).isEmpty();
    }
}
