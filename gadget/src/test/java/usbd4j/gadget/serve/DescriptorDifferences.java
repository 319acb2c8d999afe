package usbd4j.gadget.serve;

import static java.util.Map.entry;
import static usbd4j.gadget.serve.Difference.between;
import static usbd4j.gadget.serve.Difference.inDfuMode;
import static usbd4j.gadget.serve.Difference.inRunTime;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import usbd4j.gadget.device.Absence;
import usbd4j.gadget.device.OnDetach;

/** Profiles that differ in what their descriptors say, or in what happens between their personas. */
final class DescriptorDifferences {
    /** Where an interface descriptor has its fields (USB 2.0, table 9-12). */
    private static final int CLASS = 5;

    private static final int PROTOCOL = 7;
    private static final int NAME = 8;

    /** Where the functional descriptor has its fields (DFU 1.1, table 4.2). */
    private static final int DETACH_TIMEOUT = 3;

    private static final int VERSION = 7;

    private DescriptorDifferences() {}

    static Map<String, Difference> all() {
        return Map.ofEntries(
                entry("fomu-string-missing", inDfuMode(Answers.STALL, device -> Answers.descriptor(device, 0x0304))),
                entry("fomu-version-1-01", inDfuMode(0x0101, DescriptorDifferences::version)),
                entry("uno-drum-version-0", inDfuMode(0, DescriptorDifferences::version)),
                entry("maple-dfuse-version", inDfuMode(0x011A, DescriptorDifferences::version)),
                entry("gd32-serial-in-utf8", inDfuMode("06033343424a", device -> Answers.descriptor(device, 0x0303))),
                entry(
                        "gd32-wrong-layout",
                        inDfuMode(
                                "@Internal Flash  /0x08000000/512*002Kg, errTARGET, dfuERROR",
                                DescriptorDifferences::nameAndErasureBehindIt)),
                entry(
                        "hydrabus-no-run-time",
                        inRunTime("ff0000", device -> HexFormat.of().formatHex(device.interfaces(), CLASS, CLASS + 3))),
                entry("kiibohd-unnamed", inDfuMode(0, device -> (int) device.interfaces()[NAME])),
                entry("lpc-run-time-protocol", inDfuMode(1, device -> (int) device.interfaces()[PROTOCOL])),
                entry(
                        "octopus-pro-rubbish-in-name",
                        inDfuMode(true, device -> device.interfaceString().matches("@Internal Flash.*[^\\p{ASCII}]+"))),
                entry(
                        "stm32c5-descriptor-unanswered",
                        inDfuMode(Answers.NONE, device -> Answers.descriptor(device, 0x2100))),
                entry(
                        "zephyr-functional-after-each",
                        inDfuMode(
                                2,
                                device -> HexFormat.of()
                                                .formatHex(device.interfaces())
                                                .split("0921", -1)
                                                .length
                                        - 1)),
                entry("butterstick-late-detach", inDfuMode("50 ms, [DETACH]", device -> {
                    device.detach(1000);
                    device.advance(100);
                    return "%d ms, %s".formatted(device.functional().getShort(DETACH_TIMEOUT), device.departures());
                })),
                entry(
                        "jabra-same-pid",
                        between(
                                0,
                                device -> device.dfuMode()
                                                .identity()
                                                .of(device.runTime().identity())
                                                .idProduct()
                                        - device.runTime().identity().idProduct())),
                entry(
                        "aver-long-away",
                        between(
                                Absence.ofMillis(9000),
                                device -> device.offBus().afterDetach())),
                entry(
                        "zephyr-lost-after-detach",
                        between(Absence.UNTIL_PLUGGED, device -> device.offBus().afterDetach())),
                entry(
                        "stm32f7-never-returns",
                        between(Absence.UNTIL_PLUGGED, device -> device.offBus().afterManifestation())),
                entry(
                        "riot-detach-without-effect",
                        between(
                                OnDetach.Next.REATTACH,
                                device -> device.runTime().onDetach().next())));
    }

    private static int version(PersonaInMemory device) {
        return device.functional().getShort(VERSION);
    }

    private static String nameAndErasureBehindIt(PersonaInMemory device) {
        byte[] erase128K = {0x41, 0, 0, 2, 8};
        Answers.dnload(device, 0, Arrays.copyOf(erase128K, erase128K.length));
        Answers.status(device);
        return device.interfaceString() + ", " + Answers.status(device);
    }
}
