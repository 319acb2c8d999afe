package usbd4j.gadget.cli;

import java.util.List;
import usbd4j.gadget.Board;
import usbd4j.gadget.ExitStatus;
import usbd4j.gadget.library.NativeLibrary;
import usbd4j.gadget.usbip.Attachment;
import usbd4j.gadget.usbip.NetworkAddress;
import usbd4j.gadget.vhci.OwnHost;

/** {@code usbd4j attach}. */
final class AttachCommand implements Command {
    private static final CommandOption<String> BUS_ID = CommandOption.value(
            "busid", "ID", text -> text, "The device's bus id there, such as 1-1 (default: the only device there is).");

    @Override
    public String name() {
        return "attach";
    }

    @Override
    public List<String> description() {
        return List.of(
                "Attaches a device of another machine until Ctrl-C: one that \"usbd4j run --bus usbip\" serves, or any that is exported"
                        + " over USB/IP. The port is 3240 if not given.",
                "It is a cable: a device that leaves the bus and comes back, as at each change of its mode, is attached again, and so"
                        + " is one whose server ended and was started again. Needs root, and the kernel's module vhci-hcd.");
    }

    @Override
    public String operand() {
        return "HOST[:PORT]";
    }

    @Override
    public List<OptionGroup> options() {
        return List.of(new OptionGroup("Options", BUS_ID));
    }

    @Override
    public ExitStatus run(Arguments arguments, Console console) {
        NetworkAddress server;
        try {
            server = NetworkAddress.of(arguments.operand());
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
        NativeLibrary.require();
        try (Attachment attachment = new Attachment(server, arguments.value(BUS_ID), OwnHost.of(Board.linux()));
                SignalGuard guard = new SignalGuard(attachment::stop)) {
            attachment.run();
        }
        return ExitStatus.OK;
    }
}
