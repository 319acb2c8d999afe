package usbd4j.board;

import java.util.List;

/** Another machine on the network: a network namespace of this board, with a cable to it. */
final class OtherMachine implements AutoCloseable {
    /** Its address. */
    static final String ADDRESS = "10.11.12.2";

    private static final String NAME = "device";
    private static final List<String> THERE = List.of("ip", "netns", "exec", NAME);

    OtherMachine() {
        Tool.succeed("ip", "netns", "add", NAME);
        Tool.succeed("ip", "link", "add", "here", "type", "veth", "peer", "name", "there", "netns", NAME);
        Tool.succeed("ip", "address", "add", "10.11.12.1/24", "dev", "here");
        Tool.succeed("ip", "link", "set", "here", "up");
        succeedThere("ip", "address", "add", ADDRESS + "/24", "dev", "there");
        succeedThere("ip", "link", "set", "there", "up");
        succeedThere("ip", "link", "set", "lo", "up");
    }

    private static void succeedThere(String... command) {
        Tool.succeed(Tool.join(THERE, command).toArray(String[]::new));
    }

    /** {@return the program there, with a device that clients on this machine can import} */
    RunningDevice serve(String... options) {
        List<String> run = Tool.join(Tool.join(THERE, RunningDevice.PROGRAM.get(0)), "run", "--bus", bus());
        RunningDevice device = RunningDevice.startAs(Tool.join(run, options));
        device.awaitLine("on the bus as");
        return device;
    }

    /** {@return what the program says there, and how it ends} */
    Tool usbd4j(String... arguments) {
        return Tool.run(Tool.join(Tool.join(THERE, RunningDevice.PROGRAM.get(0)), arguments));
    }

    /** {@return what {@code --bus} takes there} */
    String bus() {
        return "usbip:" + ADDRESS + ":3240";
    }

    /** {@return a cable to its device, from this machine} */
    RunningDevice attach(String... options) {
        return RunningDevice.startAs(Tool.join(Tool.join(RunningDevice.PROGRAM, "attach", ADDRESS), options));
    }

    @Override
    public void close() {
        Tool.succeed("ip", "netns", "delete", NAME);
    }
}
