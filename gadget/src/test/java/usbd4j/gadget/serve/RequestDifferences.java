package usbd4j.gadget.serve;

import static java.util.Map.entry;
import static usbd4j.gadget.serve.Answers.BLOCK;
import static usbd4j.gadget.serve.Answers.NONE;
import static usbd4j.gadget.serve.Answers.STALL;
import static usbd4j.gadget.serve.Answers.answer;
import static usbd4j.gadget.serve.Answers.dnload;
import static usbd4j.gadget.serve.Answers.status;
import static usbd4j.gadget.serve.Answers.upload;
import static usbd4j.gadget.serve.Difference.inDfuMode;
import static usbd4j.gadget.serve.Difference.inRunTime;

import java.util.Map;
import usbd4j.dfu.DfuRequest;
import usbd4j.stack.Recipient;
import usbd4j.stack.StandardRequest;

/** Profiles that differ in how they answer a request, or do not. */
final class RequestDifferences {
    private static final byte MASS_ERASE = 0x41;

    private RequestDifferences() {}

    static Map<String, Difference> all() {
        return Map.ofEntries(
                entry("gd32-leaves-at-once", inDfuMode("no answer, gone: true", RequestDifferences::leave)),
                entry("particle-resets-before-status", inDfuMode("an answer, gone: true", RequestDifferences::leave)),
                entry("gd32-mass-erase-fails", inDfuMode(STALL, device -> dnload(device, 0, MASS_ERASE))),
                entry("gd32-writes-nothing", inDfuMode("ffffffff", Answers::written)),
                entry("maple-no-abort", inDfuMode(STALL, device -> answer(device, DfuRequest.ABORT.setup(0, 0, 0)))),
                entry("openmoko-no-status-in-upload", inDfuMode(STALL, RequestDifferences::statusAfterUpload)),
                entry("tinyusb-silent-after-upload", inDfuMode(NONE, RequestDifferences::statusAfterUpload)),
                entry("tinyusb-silent-after-download", inDfuMode(NONE, Answers::statusAfterDownload)),
                entry("pico-ice-stuck-second-time", inDfuMode(NONE, device -> {
                    Answers.beginManifestation(device);
                    return dnload(device, 0, BLOCK);
                })),
                entry("xmos-no-answer-when-flash-fails", inDfuMode(NONE, device -> {
                    Answers.statusAfterDownload(device);
                    return dnload(device, 1, BLOCK);
                })),
                entry("sonix-upload-broken", inDfuMode(STALL, device -> upload(device, 0))),
                entry(
                        "tomu-set-interface-fails",
                        inDfuMode(
                                STALL,
                                device -> answer(
                                        device, StandardRequest.SET_INTERFACE.setup(Recipient.INTERFACE, 0, 0, 0)))),
                entry("zephyr-erases-in-transfer", inDfuMode("no answer after 5 s", RequestDifferences::lateBlock)),
                entry("saturn-v-resets-in-status", inDfuMode(NONE, device -> {
                    Answers.beginManifestation(device);
                    device.advance(100);
                    return status(device);
                })),
                entry("poly-force-detach", inRunTime("stall, then [DETACH]", device -> {
                    String plain = answer(device, DfuRequest.DETACH.setup(0, 1000, 0));
                    answer(device, DfuRequest.DETACH.setup(0x0100, 1000, 0));
                    device.advance(1000);
                    return plain + ", then " + device.departures();
                })),
                entry("ubertooth-detach-unanswered", inRunTime("no answer, gone: true", device -> {
                    String detach = answer(device, DfuRequest.DETACH.setup(0, 1000, 0));
                    return detach + ", gone: " + device.departures().stream().anyMatch(Departure::changesPersona);
                })),
                entry("usbd-dfu-rt-no-status", inRunTime(STALL, Answers::status)));
    }

    /** {@return what becomes of the DNLOAD that makes a device leave} */
    private static String leave(PersonaInMemory device) {
        Answers.written(device);
        device.abort();
        Answers.setAddress(device);
        status(device);
        String answer = dnload(device, 2).isEmpty() ? "an answer" : NONE;
        return answer + ", gone: " + !device.departures().isEmpty();
    }

    private static String statusAfterUpload(PersonaInMemory device) {
        upload(device, 0);
        return status(device);
    }

    private static String lateBlock(PersonaInMemory device) {
        String atOnce = dnload(device, 0, BLOCK);
        device.advance(5000);
        return atOnce.equals(NONE) && status(device).equals("OK, dfuIDLE") ? "no answer after 5 s" : atOnce;
    }
}
