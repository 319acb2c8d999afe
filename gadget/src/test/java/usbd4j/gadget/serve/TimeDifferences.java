package usbd4j.gadget.serve;

import static java.util.Map.entry;
import static usbd4j.gadget.serve.Answers.status;
import static usbd4j.gadget.serve.Difference.inDfuMode;

import java.util.Map;
import usbd4j.dfu.DfuRequest;

/** Profiles that differ in the states that they tell, and when, or in bwPollTimeout. */
final class TimeDifferences {
    private static final int MINUTE = 60_000;

    private TimeDifferences() {}

    static Map<String, Difference> all() {
        return Map.ofEntries(
                entry("black-magic-stuck-in-busy", inDfuMode("OK, dfuDNBUSY", device -> {
                    Answers.setAddress(device);
                    device.advance(MINUTE);
                    return status(device);
                })),
                entry("embassy-stays-in-manifest", inDfuMode("OK, dfuMANIFEST", device -> {
                    Answers.beginManifestation(device);
                    device.advance(MINUTE);
                    status(device);
                    return status(device);
                })),
                entry(
                        "embassy-wait-reset",
                        inDfuMode("OK, dfuMANIFEST-WAIT-RESET, ask again in 20 ms", Answers::beginManifestation)),
                entry("stm32-starts-in-error", inDfuMode("errFIRMWARE, dfuERROR, then OK, dfuIDLE", device -> {
                    String first = status(device);
                    Answers.answer(device, DfuRequest.CLRSTATUS.setup(0, 0, 0));
                    return first + ", then " + status(device);
                })),
                entry("openmoko-poll-timeout", inDfuMode(busy(11_259_375), Answers::statusAfterDownload)),
                entry("sunplus-poll-timeout", inDfuMode(busy(2000), Answers::statusAfterDownload)),
                entry("zephyr-poll-timeout-256", inDfuMode(busy(256), Answers::statusAfterDownload)),
                entry("poly-zero-poll-timeout", inDfuMode("OK, dfuDNBUSY", Answers::statusAfterDownload)),
                entry("poly-long-manifestation", inDfuMode("OK, dfuMANIFEST", device -> {
                    Answers.beginManifestation(device);
                    device.advance(3999);
                    return status(device);
                })),
                entry("renesas-waits-though-tolerant", inDfuMode("OK, dfuMANIFEST-WAIT-RESET", device -> {
                    Answers.beginManifestation(device);
                    device.advance(100);
                    return status(device);
                })),
                entry("stm32h7-stuck-in-busy", inDfuMode(busy(100), device -> {
                    Answers.erase(device);
                    device.advance(MINUTE);
                    return status(device);
                })),
                entry("stm32l4-stalls-when-polled", inDfuMode(busy(50) + ", stall, " + busy(50), device -> {
                    String first = Answers.erase(device);
                    device.advance(50);
                    return first + ", " + status(device) + ", " + status(device);
                })));
    }

    private static String busy(int bwPollTimeout) {
        return "OK, dfuDNBUSY, ask again in %d ms".formatted(bwPollTimeout);
    }
}
